import { assertEquals, assertThrows } from "@std/assert";
import { MalformedNotebook, parseNotebook } from "../../lib/notebook/notebook_document.ts";

const cell = (id: string, rest = "") =>
  `{ "cell_type": "code", "id": "${id}", "metadata": {}, "source": ["a\\n", "b"],\n "outputs": [], "execution_count": null${rest} }`;
const notebook = (...cells: string[]) =>
  `{ "nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [\n${cells.join(",\n")}\n] }`;

function problemsOf(text: string): string[] {
  const error = assertThrows(() => parseNotebook(text, "x.ipynb"), MalformedNotebook);
  return error.message.split("\n").slice(1);
}

Deno.test("texts kept as lines are joined", () => {
  assertEquals(parseNotebook(notebook(cell("a")), "x.ipynb").cells[0].source, "a\nb");
});

Deno.test("every problem is listed with its place", () => {
  const text = notebook(cell("a"), cell("a"), cell("not an id"), cell("d", `, "extra": 1`));
  assertEquals(problemsOf(text), [
    'x.ipynb:6:30: cells.2.id: expected 1 to 64 letters, digits, "-" or "_", found "not an id"',
    "x.ipynb:9:51: cells.3.extra: unknown key",
  ]);
  assertEquals(problemsOf(notebook(cell("a"), cell("a"))), [
    'x.ipynb:4:30: cells.1.id: expected an id of its own, found "a" of cell 1 again: deno task check --fix gives one',
  ]);
});

Deno.test("what is no JSON is said with its place", () => {
  assertEquals(problemsOf(""), ["x.ipynb:1:1: the file is empty"]);
  assertEquals(problemsOf(`{ "nbformat": 4,\n "cells": [ }`), [
    "x.ipynb:2:13: not JSON: Unexpected token RBrace found.",
  ]);
  assertEquals(problemsOf(`{\n<<<<<<< HEAD\n}`), [
    "x.ipynb:2:1: an unresolved merge conflict; choose one side, and remove its marks",
  ]);
});

Deno.test("an older format is refused with what it is", () => {
  assertEquals(problemsOf(`{ "nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [] }`), [
    "x.ipynb:1:36: nbformat_minor: expected nbformat 4.5, found 4.4: deno task check --fix upgrades it",
  ]);
});

Deno.test("a notebook that nests without end is refused", () => {
  const deep = `${"[".repeat(5000)}${"]".repeat(5000)}`;
  const text = `{"nbformat": 4, "nbformat_minor": 5, "cells": [], "metadata": {"a": ${deep}}}`;
  assertThrows(
    () => parseNotebook(text, "a.ipynb"),
    MalformedNotebook,
    "expected at most 100 levels",
  );
});

Deno.test("a format that is none of nbformat 4, a BOM and an unknown kind are one problem each", () => {
  assertEquals(problemsOf(`{ "nbformat": 3, "nbformat_minor": 0, "worksheets": [] }`), [
    "x.ipynb:1:15: nbformat: expected nbformat 4.5, found 3.0: Jupyter saves it so",
  ]);
  assertEquals(problemsOf(`\ufeff${notebook(cell("a"))}`), [
    "x.ipynb:1:1: begins with a BOM; save as UTF-8 without BOM",
  ]);
  const heading = notebook(cell("a")).replace('"code"', '"heading"');
  assertEquals(problemsOf(heading).map((one) => one.replace(/^.*?: /, "")), [
    `cells.0.cell_type: expected 'code' | 'markdown' | 'raw', found "heading"`,
  ]);
});
