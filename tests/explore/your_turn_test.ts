import { assert, assertEquals } from "@std/assert";
import { parseNotebook } from "../../lib/notebook/parse_notebook.ts";

Deno.test("the notebook's pasted figure has the bars of the explorer that it is copied from", async () => {
  const path = "notebooks/14_your_turn.ipynb";
  const { cells } = parseNotebook(await Deno.readTextFile(path), path);
  const htmlOf = (id: string) => {
    const cell = cells.find((cell) => cell.id === id);
    const output = cell?.cell_type === "code" ? cell.outputs[0] : undefined;
    assert(output?.output_type === "display_data", `no output of the cell "${id}"`);
    return String(output.data["text/html"]);
  };
  const svgOf = (id: string) => {
    const [, base64] = /data:image\/svg\+xml;base64,([^"]+)/.exec(htmlOf(id)) ?? [];
    return new TextDecoder().decode(Uint8Array.fromBase64(base64));
  };
  const bars = (id: string) =>
    svgOf(id).match(/<rect [^>]*height="2\d"[^>]*>/g)?.map((bar) => ({
      width: Number(/ width="([^"]*)"/.exec(bar)?.[1]),
      fill: / fill="([^"]*)"/.exec(bar)?.[1],
    })) ?? [];
  const [shown, pasted] = [bars("explore"), bars("figure")];
  assert(shown.length > 6);
  const shares = (of: typeof shown) => {
    const longest = Math.max(...of.map(({ width }) => width));
    return of.map(({ width, fill }) => [fill, Math.round(width / longest * 100)]);
  };
  assertEquals(shares(pasted), shares(shown));
});

Deno.test("the notebook has as many cells and exercises as its first lines say", async () => {
  const path = "notebooks/14_your_turn.ipynb";
  const { cells } = parseNotebook(await Deno.readTextFile(path), path);
  const words = ["none", "one", "two", "three", "four", "five", "six", "seven"];
  const exercises = cells.findIndex(({ source }) => source.startsWith("# Exercises"));
  const before = cells.slice(0, exercises).filter(({ cell_type }) => cell_type === "code");
  const numbered = cells.filter(({ source }) => /^## \d+\. /m.test(source));
  const said = `in ${words[before.length]} cells, then ${words[numbered.length]} exercises`;
  assert(cells[0].source.includes(said), `the notebook does not say "${said}"`);
});
