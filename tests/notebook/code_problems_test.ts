import { assertEquals } from "@std/assert";
import { codeProblems, droppedValues } from "../../lib/notebook/code_problems.ts";
import { readCells } from "../../lib/notebook/parse_cell.ts";
import { notebookOf } from "./notebook_of.ts";

function found(source: string) {
  const { cells: [cell] } = readCells(notebookOf({ one: source }));
  const dropped = droppedValues(cell);
  const forEach = codeProblems(cell, {}).filter(({ code }) => code === "floating-promise");
  return {
    dropped: dropped.map(({ start, valueEnd }) => source.slice(start, valueEnd)),
    alone: dropped.filter(({ isAlone }) => isAlone).map(({ line, column }) => `${line}:${column}`),
    forEach: forEach.map(({ line, column }) => `${line}:${column}`),
  };
}

Deno.test("statements that drop a value are found at every depth, with their comments", () => {
  assertEquals(
    found(`load();\nif (a) load(1);\nconst f = () => {\n  // meant\n  b ? load(2) : c;\n};\nf`),
    {
      dropped: ["load()", "load(1)", "// meant\n  b ? load(2) : c", "f"],
      alone: ["2:8"],
      forEach: [],
    },
  );
});

Deno.test("what is awaited, kept, voided or no promise by its form is not looked at", () => {
  const source = `await load(); void load(); a = load(); a += 1; a++; !a; "text"; 1; delete b.c;`;
  assertEquals(found(source).dropped, []);
});

Deno.test("to await an array of promises is not to await them", () => {
  assertEquals(found("await rows.map(load); await Promise.all(rows.map(load));").dropped, [
    "await rows.map(load)",
  ]);
});

Deno.test("forEach with an async function is found", () => {
  assertEquals(
    found("rows.forEach(async (row) => { await row; });\nrows.forEach((row) => row);").forEach,
    ["1:1"],
  );
});
