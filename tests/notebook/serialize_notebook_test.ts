import { assertEquals } from "@std/assert";
import { type NotebookDocument, parseNotebook } from "../../lib/notebook/notebook_document.ts";
import { runNotebook } from "../../lib/notebook/run_notebook.ts";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "./notebook_of.ts";

const red = "\x1b[31mred\x1b[39m";

/** A notebook as its file has it. */
function asWritten(document: NotebookDocument): NotebookDocument {
  return parseNotebook(serializeNotebook(document), "x.ipynb");
}

const untidy: NotebookDocument = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    orig_nbformat: 4,
    title: "kept",
    vscode: { interpreter: {} },
    language_info: { version: "6.0" },
  },
  cells: [
    { cell_type: "markdown", id: "title", metadata: { trusted: true }, source: "# A\n\nb" },
    {
      cell_type: "code",
      id: "first",
      metadata: { execution: { "iopub.execute_input": "2026-01-01" }, tags: ["kept"] },
      source: "1\n",
      execution_count: 17,
      outputs: [
        { output_type: "stream", name: "stdout", text: "a" },
        { output_type: "stream", name: "stdout", text: `${red}\n` },
        { output_type: "stream", name: "stderr", text: "\x1b[0m" },
        {
          output_type: "execute_result",
          execution_count: 17,
          data: { "text/plain": red, "application/json": { b: 1, a: [red] } },
          metadata: {},
        },
        {
          output_type: "error",
          ename: "TypeError",
          evalue: red,
          traceback: [`TypeError: ${red}`, "    at file:///home/somebody/lib/a.ts:1:1"],
        },
      ],
    },
    {
      cell_type: "code",
      id: "unrun",
      metadata: {},
      source: "",
      execution_count: null,
      outputs: [],
    },
    {
      cell_type: "code",
      id: "second",
      metadata: {},
      source: "2",
      execution_count: 3,
      outputs: [],
    },
  ],
};

Deno.test("canonical form says of the language all that the kernel says, which Jupyter Notebook compares", () => {
  const { language_info } = asWritten(untidy).metadata;
  assertEquals((language_info as Record<string, string>).version, Deno.version.typescript);
});

Deno.test("canonical form drops colours, timings, machine paths and gaps in counts", () => {
  const { metadata, cells } = asWritten(untidy);
  assertEquals(
    Object.keys(metadata).toSorted(),
    ["title", "kernelspec", "language_info"].toSorted(),
  );
  assertEquals(cells[0].metadata, {});
  assertEquals(cells[1], {
    cell_type: "code",
    id: "first",
    metadata: { tags: ["kept"] },
    source: "1\n",
    execution_count: 1,
    outputs: [
      { output_type: "stream", name: "stdout", text: "ared\n" },
      {
        output_type: "execute_result",
        execution_count: 1,
        data: { "text/plain": "red", "application/json": { b: 1, a: [red] } },
        metadata: {},
      },
      { output_type: "error", ename: "TypeError", evalue: "red", traceback: ["TypeError: red"] },
    ],
  });
  assertEquals(cells.map((cell) => cell.cell_type === "code" && cell.execution_count), [
    false,
    1,
    null,
    2,
  ]);
});

Deno.test("canonical form is idempotent", () => {
  const text = serializeNotebook(untidy);
  assertEquals(serializeNotebook(parseNotebook(text, "x.ipynb")), text);
});

Deno.test("a file has one-space levels, sorted keys, lists of lines and a line feed at its end", () => {
  const text = serializeNotebook({ ...untidy, metadata: {}, cells: [untidy.cells[0]] });
  assertEquals(
    text.slice(0, text.indexOf('\n "metadata"') + 1),
    `{
 "cells": [
  {
   "cell_type": "markdown",
   "id": "title",
   "metadata": {},
   "source": [
    "# A\\n",
    "\\n",
    "b"
   ]
  }
 ],
`,
  );
  assertEquals(text.endsWith("}\n"), true);
});

Deno.test("running twice gives the same text", async () => {
  const document = notebookOf({
    one: `console.log("a"); console.error("b"); console.log("c")`,
    two: `new Map([[1, { a: "text", b: new Date(0) }]])`,
  });
  const [first, second] = await Promise.all(
    [1, 2].map(async () => (await runNotebook(document, { folder: Deno.cwd() })).document),
  );
  assertEquals(serializeNotebook(first), serializeNotebook(second));
  assertEquals(
    serializeNotebook((await runNotebook(first, { folder: Deno.cwd() })).document),
    serializeNotebook(first),
  );
});
