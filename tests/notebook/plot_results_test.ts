import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { CodeCell } from "../../lib/notebook/notebook_document.ts";
import { runNotebook } from "../../lib/notebook/run_notebook.ts";
import { notebookOf } from "./notebook_of.ts";

const rows = `const rows = [{ year: "2015", visits: 2195067 }, { year: "2016", visits: 2188449 }];`;

/** What each cell puts out, by media type; a cell with several outputs has several. */
async function formsOf(cells: Readonly<Record<string, string>>) {
  const { document, failure } = await runNotebook(notebookOf(cells), { folder: Deno.cwd() });
  assertEquals(failure, undefined);
  const codes = document.cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
  return codes.map(({ outputs }) => outputs.map((output) => "data" in output ? output.data : {}));
}

for (
  const [where, open] of [
    ["from report", `import { Plot, show } from "report";`],
    ["by Plot's own name", `import * as Plot from "@observablehq/plot";`],
  ]
) {
  Deno.test(`what Plot makes is a picture as a last value, imported ${where}`, async () => {
    const [, ...shown] = await formsOf({
      open: `${open}\n${rows}`,
      plot: `Plot.plot({ marks: [Plot.barY(rows, { x: "year", y: "visits" })] })`,
      mark: `Plot.barY(rows, { x: "year", y: "visits" })`,
      method: `Plot.barY(rows, { x: "year", y: "visits" }).plot()`,
      legend: `Plot.legend({ color: { domain: ["a", "b"] } })`,
      composite: `Plot.boxX([1, 2, 3, 9])`,
      marks: `[Plot.barY(rows, { x: "year", y: "visits" }), Plot.ruleY([0])]`,
      plots: `[Plot.barY(rows, { x: "year", y: "visits" }).plot(), Plot.ruleX([1]).plot()]`,
    });
    for (const outputs of shown) {
      assertEquals(outputs.length, 1);
      assertStringIncludes(String(outputs[0]["image/svg+xml"]), "<svg ");
      assertStringIncludes(String(outputs[0]["text/html"]), "<img ");
    }
    assertEquals(shown[0], shown[1]);
    assertEquals(shown[0], shown[2]);
  });
}

Deno.test("a figure of show() is that of a last value", async () => {
  const [, last, shown] = await formsOf({
    open: `import { Plot, show } from "report";\n${rows}`,
    last: `[Plot.barY(rows, { x: "year", y: "visits" }).plot(), Plot.ruleX([1]).plot()]`,
    shown:
      `await show([Plot.barY(rows, { x: "year", y: "visits" }).plot(), Plot.ruleX([1]).plot()]);`,
  });
  assertEquals(last, shown);
});

Deno.test("a notebook that draws nothing loads neither Plot nor a document", async () => {
  const [loaded, drawn] = await formsOf({
    open: `import { Plot } from "report";\n"document" in globalThis`,
    draw: `Plot.ruleX([0]);\n"document" in globalThis`,
  });
  assertEquals(loaded, [{ "text/plain": "false" }]);
  assertEquals(drawn, [{ "text/plain": "true" }]);
});

Deno.test("figures speak the language of the edition that was opened", async () => {
  const [, before, , after] = await formsOf({
    open: `import { openReport, Plot } from "report";\n${rows}`,
    before: `Plot.barY(rows, { x: "year", y: "visits" })`,
    edition: `await openReport(undefined, { language: "ru" });`,
    after: `Plot.barY(rows, { x: "year", y: "visits" })`,
  });
  assert(String(before[0]["image/svg+xml"]).includes(">2,000,000<"));
  assert(String(after[0]["image/svg+xml"]).includes(">2\u00a0000\u00a0000<"));
});
