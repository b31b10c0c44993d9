import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { startKernel } from "../../lib/notebook/kernel/start_kernel.ts";
import type { CellOutput } from "../../lib/notebook/notebook_document.ts";
import { runNotebook } from "../../lib/notebook/run_notebook.ts";
import { notebookOf } from "./notebook_of.ts";

const open = `import { audit, loadReport, share, show, table } from "report";
const report = await loadReport("kuzbass-2016");`;

/** What cells put out, one after the other, after a report was opened. */
async function outputsOf(...sources: readonly string[]): Promise<(readonly CellOutput[])[]> {
  const cells = Object.fromEntries(sources.map((source, index) => [`cell-${index}`, source]));
  const { document } = await runNotebook(notebookOf({ open, ...cells }), { folder: Deno.cwd() });
  return document.cells.slice(1).map((cell) => cell.cell_type === "code" ? cell.outputs : []);
}

/** The forms in which a client gets the outputs of cells that have one each. */
async function formsOf(
  ...sources: readonly string[]
): Promise<Readonly<Record<string, unknown>>[]> {
  return (await outputsOf(...sources)).map(([output, ...others]) => {
    assertEquals(others, []);
    return "data" in output ? output.data : {};
  });
}

Deno.test("the last value of a cell is as rich as what show() shows", async () => {
  const values: readonly [expression: string, html: string][] = [
    ["audit(report).verdicts[0]", "certain"],
    ["report.observations.filter(({ value }) => value > 1e6)", "2,717,627"],
    ["share({ part: 1, whole: 3 })", "33.33"],
    ["report.indicators[0]", "Population"],
    ["audit(report).verdicts.slice(0, 2)", "report-table"],
  ];
  const expressions = values.map(([expression]) => expression);
  const last = await formsOf(...expressions);
  const shown = await formsOf(...expressions.map((expression) => `await show(${expression});`));
  for (const [index, [expression, html]] of values.entries()) {
    assertStringIncludes(String(last[index]["text/html"]), html, expression);
    // Only what is shown on purpose gives a file of its own.
    const { "text/csv": _csv, ...forms } = shown[index];
    assertEquals(last[index], forms, expression);
  }
});

Deno.test("a last value that is nothing of the report's stays as Deno prints it", async () => {
  assertEquals(await formsOf("1 + 1", "[1, 2]", "new Map([[1, 2]])"), [
    { "text/plain": "2" },
    { "text/plain": "[ 1, 2 ]" },
    { "text/plain": "Map(1) { 1 => 2 }" },
  ]);
});

Deno.test("importing the library changes nothing in the kernel; opening a report does", async () => {
  await using kernel = await startKernel({ folder: Deno.cwd() });
  const differs =
    `if (Deno[Deno.internal].jupyter.broadcastResult !== first) throw new Error("differs");`;
  await kernel.execute(`const first = Deno[Deno.internal].jupyter.broadcastResult;`);
  const imported = await kernel.execute(`import { openReport } from "report";\n${differs}`);
  assertEquals(imported.status, "ok");
  const opened = await kernel.execute(`await openReport();\n${differs}`);
  assertEquals(opened.status === "error" && opened.message, "differs");
});

Deno.test("large last values arrive before the kernel says that the cell is done", async () => {
  await using kernel = await startKernel({ folder: Deno.cwd() });
  await kernel.execute(open);
  let arrived = 0;
  for (let cell = 0; cell < 30; cell++) {
    await kernel.execute(`report.observations.slice(${cell % 5})`, {
      onMessage: ({ header }) => arrived += header.msg_type === "execute_result" ? 1 : 0,
    });
    assertEquals(arrived, cell + 1);
  }
});

Deno.test("a mistake in a cell is told by its message and its place in the cell alone", async () => {
  const mistakes: readonly [source: string, message: RegExp][] = [
    [
      `table([], { name: "t", title: "T", source: "S", language: "en" })`,
      /expected rows, found none/,
    ],
    [
      `table([{ a: 1 }], { name: "t", title: "T", source: "S", language: "fr" as "ru" })`,
      /found "fr"/,
    ],
    [`(table as Function)([{ a: 1 }])`, /expected a name in the caption, found none/],
    [`await loadReport("kuzbas-2016")`, /^Cannot read edition "kuzbas-2016"/],
    [`share({ part: 1, whole: 0 })`, /other than 0/],
  ];
  for (const [source, message] of mistakes) {
    const [[output]] = await outputsOf(source);
    if (output.output_type !== "error") throw new Error(`expected an error of ${source}`);
    assertMatch(output.evalue, message);
    const places = output.traceback.filter((line) => /^\s+at /.test(line));
    assertEquals(places.some((place) => place.includes("/lib/")), false, places.join("\n"));
    assertStringIncludes(places.join("\n"), "<anonymous>");
  }
});
