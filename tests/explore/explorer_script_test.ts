import { assertEquals } from "@std/assert";
import { explorerScript } from "../../lib/cli/bundle_explorer.ts";

Deno.test("the explorer's script is bundled from its sources as they are", async () => {
  const committed = await Deno.readTextFile("lib/explore/explorer_script.ts");
  assertEquals(
    await explorerScript() === committed,
    true,
    "lib/explore/explorer_script.ts is stale: run `deno task bundle-explorer`",
  );
});
