import { assertEquals } from "@std/assert";
import { explorerScript as bundle } from "../../lib/cli/bundle_explorer.ts";
import { explorerScript } from "../../lib/explore/explorer_script.ts";

Deno.test("the explorer's script is bundled from its sources as they are", async () => {
  const committed = await Deno.readTextFile("lib/explore/explorer_script.ts");
  assertEquals(
    await bundle() === committed,
    true,
    "lib/explore/explorer_script.ts is stale: run `deno task bundle-explorer`",
  );
});

Deno.test("the script begins on a page without an explorer, with no address of its own", () => {
  const asked: string[] = [];
  const page = { querySelectorAll: (what: string) => (asked.push(what), []) };
  new Function("document", explorerScript)(page);
  assertEquals(asked, ["[data-report-explorer]"]);
});
