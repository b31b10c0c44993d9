import { assert, assertEquals } from "@std/assert";
import { parseNotebook } from "../../lib/notebook/notebook_document.ts";

Deno.test("the notebook's pasted figure has the bars of the explorer that it is copied from", async () => {
  const path = "notebooks/14_your_turn.ipynb";
  const { cells } = parseNotebook(await Deno.readTextFile(path), path);
  const htmlOf = (id: string) => {
    const cell = cells.find((cell) => cell.id === id);
    const output = cell?.cell_type === "code" ? cell.outputs[0] : undefined;
    assert(output && "data" in output, `no output of the cell "${id}"`);
    return String(output.data["text/html"]);
  };
  const svgOf = (id: string) => {
    const [, base64] = /data:image\/svg\+xml;base64,([^"]+)/.exec(htmlOf(id)) ?? [];
    return new TextDecoder().decode(Uint8Array.fromBase64(base64));
  };
  const bars = (id: string) =>
    svgOf(id).match(/aria-label="bar".*?<\/g>/s)?.[0].match(/<rect [^>]*>/g)?.map((bar) => ({
      width: Number(/ width="([^"]*)"/.exec(bar)?.[1]),
      fill: / fill="([^"]*)"/.exec(bar)?.[1],
    })) ?? [];
  const [shown, pasted] = [bars("explore"), bars("audiences-and-channels")];
  assert(shown.length > 6);
  const shares = (of: typeof shown) => {
    const longest = Math.max(...of.map(({ width }) => width));
    return of.map(({ width, fill }) => [fill, Math.round(width / longest * 100)]);
  };
  assertEquals(shares(pasted), shares(shown));
});
