import { assert, assertEquals } from "@std/assert";
import { display } from "../lib/model/displayable.ts";
import { richForm } from "../lib/display/show.ts";

const readme = await Deno.readTextFile("README.md");
const picture = /!\[[^\]]*\]\((tests\/figures\/gallery\/readme\.svg)\)/.exec(readme)?.[1] ?? "";

Deno.test("README is short, and shows what its cell draws", async () => {
  assert(readme.split("\n").length <= 150);
  const [, cell = ""] = /```ts\n([^`]*Plot\.plot[^`]*)```/.exec(readme) ?? [];
  const module = cell.replace("\nPlot.plot(", "\nexport default Plot.plot(");
  const { default: drawn } = await import(
    `data:application/typescript,${encodeURIComponent(module)}`
  );
  const svg = String(richForm(drawn)?.("en")[display]()["image/svg+xml"]);
  if (Deno.env.has("UPDATE_SNAPSHOTS")) await Deno.writeTextFile(picture, svg);
  assertEquals(svg, await Deno.readTextFile(picture));
});
