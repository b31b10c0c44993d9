import { assertEquals, assertThrows } from "@std/assert";
import { listExports } from "../../lib/notebook/list_exports.ts";
import type { CellOutput, NotebookDocument } from "../../lib/notebook/notebook_document.ts";
import { notebookOf } from "./notebook_of.ts";

function notebookWith(cells: Readonly<Record<string, readonly CellOutput[]>>): NotebookDocument {
  const ids = Object.keys(cells).map((id) => [id, "1"]);
  const document = notebookOf(Object.fromEntries(ids));
  return {
    ...document,
    cells: document.cells.map((cell) => ({ ...cell, outputs: cells[cell.id] })),
  } as typeof document;
}

function shown(data: Record<string, string>): CellOutput {
  return { output_type: "display_data", data, metadata: {} };
}

const figure = shown({ "image/svg+xml": "<svg/>", "text/plain": "A figure" });
const table = shown({ "text/csv": "a,b", "text/html": "<table></table>" });
const result: CellOutput = {
  output_type: "execute_result",
  execution_count: 1,
  data: { "image/svg+xml": "<svg><g/></svg>" },
  metadata: {},
};

function named(cells: Readonly<Record<string, readonly CellOutput[]>>): string[] {
  return listExports(notebookWith(cells)).map(({ kind, name }) => `${kind} ${name}`);
}

Deno.test("figures and tables are named by their cell, as displays and as last values", () => {
  const [drawn, written] = listExports(notebookWith({ growth: [result], sums: [table] }));
  assertEquals(drawn, {
    name: "growth",
    kind: "figure",
    text: "<svg><g/></svg>",
    cell: "growth",
    output: result,
  });
  assertEquals([written.name, written.kind, written.text], ["sums", "table", "a,b"]);
});

Deno.test("several of one kind in a cell are numbered, one of each kind is not", () => {
  assertEquals(named({ a: [figure, table, result] }), ["figure a-1", "table a", "figure a-2"]);
  assertEquals(named({ a: [figure, table] }), ["figure a", "table a"]);
});

Deno.test("what holds neither SVG nor CSV is no file", () => {
  const stream: CellOutput = { output_type: "stream", name: "stdout", text: "image/svg+xml" };
  assertEquals(named({ a: [shown({ "text/html": "<table></table>" }), stream] }), []);
});

Deno.test("cells that would give one file are all named, also where case does not count", () => {
  const document = notebookWith({ a: [table, table], "a-1": [table], "A-2": [table] });
  const { message } = assertThrows(() => listExports(document), Error);
  assertEquals(message.split("\n"), [
    `[cell "a-1"]: expected a table of a name of its own, found "a-1", which cell "a" gives too; rename one of the cells`,
    `[cell "A-2"]: expected a table of a name of its own, found "A-2", which cell "a" gives too; rename one of the cells`,
  ]);
});
