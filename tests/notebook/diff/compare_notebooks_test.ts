import { assertEquals } from "@std/assert";
import { compareNotebooks, describeChange } from "../../../lib/notebook/diff/compare_notebooks.ts";
import type { CellOutput, NotebookDocument } from "../../../lib/notebook/notebook_document.ts";
import { notebookOf } from "../notebook_of.ts";

function shown(data: Record<string, string>): CellOutput {
  return { output_type: "display_data", data, metadata: {} };
}

function notebook(outputs: Record<string, CellOutput[]>, sources = {}): NotebookDocument {
  const document = notebookOf({
    ...Object.fromEntries(Object.keys(outputs).map((id) => [id, "1"])),
    ...sources,
  });
  return {
    ...document,
    cells: document.cells.map((cell) =>
      cell.cell_type === "code" ? { ...cell, outputs: outputs[cell.id] ?? [] } : cell
    ),
  };
}

function told(before: NotebookDocument, after: NotebookDocument): string[] {
  return compareNotebooks(before, after).flatMap(describeChange);
}

Deno.test("a notebook that is as it was has no changes", () => {
  const one = notebook({ answer: [shown({ "text/plain": "42" })] });
  assertEquals(told(one, structuredClone(one)), []);
});

Deno.test("cells that are new, gone or rewritten are named", () => {
  const before = notebookOf({ a: "1", b: "2" }), after = notebookOf({ a: "3", c: "2" });
  assertEquals(told(before, after), [
    '[cell "a"]: its source changed',
    '[cell "c"] is new',
    '[cell "b"] is gone',
  ]);
});

Deno.test("numbers, tables and figures are each told as what they are", () => {
  const text = (value: string) => `<svg><text>Users</text><text>${value}</text></svg>`;
  const before = notebook({
    answer: [shown({ "text/plain": "Users: 10" })],
    table: [shown({ "text/csv": "who,n\na,1\n" })],
    figure: [shown({ "image/svg+xml": text("1,200") })],
  });
  const after = notebook({
    answer: [shown({ "text/plain": "Users: 12" })],
    table: [shown({ "text/csv": "who,n\na,4\n" })],
    figure: [shown({ "image/svg+xml": text("1,199") })],
  });
  assertEquals(told(before, after), [
    '[cell "answer"]',
    "  10 → 12 (+2)",
    '[cell "table"]',
    '  table "table"',
    "    a, n: 1 → 4 (+3)",
    '[cell "figure"]',
    '  figure "figure" changed',
    "    1,200 → 1,199 (−1)",
  ]);
});

Deno.test("a figure that came or went is told, and one of the same name in another place is compared", () => {
  const figure = shown({ "image/svg+xml": "<svg/>" });
  const moved = shown({ "image/svg+xml": "<svg><g/></svg>" });
  assertEquals(told(notebook({ a: [] }), notebook({ a: [figure] })), [
    '[cell "a"]',
    '  figure "a" is new',
  ]);
  assertEquals(told(notebook({ a: [figure] }), notebook({ a: [] })), [
    '[cell "a"]',
    '  figure "a" is gone',
  ]);
  const other = shown({ "text/plain": "x" });
  assertEquals(told(notebook({ a: [figure] }), notebook({ a: [other, moved] })), [
    '[cell "a"]',
    '  figure "a" changed',
    "  nothing → x",
  ]);
});

Deno.test("what says the same in another form is told so", () => {
  const before = notebook({ a: [shown({ "text/html": "<b>1</b>", "text/plain": "1" })] });
  const after = notebook({ a: [shown({ "text/html": "<i>1</i>", "text/plain": "1" })] });
  assertEquals(told(before, after), [
    '[cell "a"]',
    "  output 1 says the same in another form (text/html)",
  ]);
});
