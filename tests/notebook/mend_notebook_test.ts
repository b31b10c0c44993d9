import { assertEquals, assertThrows } from "@std/assert";
import { mendNotebook } from "../../lib/notebook/mend_notebook.ts";
import {
  MalformedNotebook,
  type NotebookDocument,
  parseNotebook,
} from "../../lib/notebook/notebook_document.ts";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "./notebook_of.ts";

function mended(json: unknown): NotebookDocument {
  return parseNotebook(mendNotebook(JSON.stringify(json), "x.ipynb"), "x.ipynb");
}

function idsOf(...cells: readonly Readonly<Record<string, unknown>>[]): string[] {
  const metadata = { kernelspec: { name: "deno", display_name: "Deno" } };
  return mended({ nbformat: 4, nbformat_minor: 0, metadata, cells }).cells.map(({ id }) => id);
}

const code = (source: string, id?: string) => ({ cell_type: "code", metadata: {}, source, id });
const prose = (source: string) => ({ cell_type: "markdown", metadata: {}, source });

Deno.test("what is as it ought to be stays so to the byte", () => {
  const text = serializeNotebook(notebookOf({ growth: "1" }));
  assertEquals(mendNotebook(text, "x.ipynb"), text);
});

Deno.test("a cell without an id gets one by what it declares or is headed by", () => {
  assertEquals(
    idsOf(
      prose("# Who reads, and what?\n\nA text."),
      code("// of 2016\nconst usersPerTown = 1;"),
      code("const { a, b } = report;"),
      code("async function draw() {}"),
      code("1 + 1"),
      prose("# Кто читает"),
    ),
    ["who-reads-and-what", "users-per-town", "a", "draw", "cell-5", "text-6"],
  );
});

Deno.test("an id that is chosen and its own is kept; one that stands twice, or nobody chose, is not", () => {
  assertEquals(
    idsOf(
      code("const b = 1", "a"),
      code("const a = 1", "A"),
      code("1", "a"),
      code("2", "3f2a91bc"),
    ),
    ["a", "a-2", "cell-3", "cell-4"],
  );
});

Deno.test("outputs of an older format are completed, and kept", () => {
  const outputs = [
    { output_type: "display_data", data: { "text/plain": "a" } },
    { output_type: "execute_result", data: { "text/plain": "b" }, metadata: {} },
    { output_type: "stream", text: ["c"] },
  ];
  const [cell] = mended({
    nbformat: 4,
    nbformat_minor: 4,
    metadata: {},
    cells: [{ ...code("1"), outputs, execution_count: 5 }],
  }).cells;
  assertEquals(cell.cell_type === "code" && cell.outputs, [
    { output_type: "display_data", data: { "text/plain": "a" }, metadata: {} },
    {
      output_type: "execute_result",
      data: { "text/plain": "b" },
      metadata: {},
      execution_count: 1,
    },
    { output_type: "stream", name: "stdout", text: "c" },
  ]);
});

Deno.test("a notebook of another language is left as it is", () => {
  const text = JSON.stringify({
    nbformat: 4,
    nbformat_minor: 4,
    metadata: { language_info: { name: "python" } },
    cells: [code("1")],
  });
  assertEquals(mendNotebook(text, "x.ipynb"), text);
});

Deno.test("what cannot be mended is refused with its place in the file", () => {
  const problems = (text: string) =>
    assertThrows(() => mendNotebook(text, "x.ipynb"), MalformedNotebook).problems;
  assertEquals(problems("{\n<<<<<<< HEAD\n}")[0].line, 2);
  const [{ line, message }] = problems(
    `{ "nbformat": 4, "nbformat_minor": 5, "metadata": {},\n"cells": [\n{ "cell_type": "poem" }] }`,
  );
  assertEquals([line, message.startsWith("cells.0")], [3, true]);
  assertEquals(problems(`{ "nbformat": 3, "worksheets": [] }`).length > 0, true);
});
