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

Deno.test("what is kept is not looked at; of all else types tell whether it is a promise", () => {
  assertEquals(found(`a = load(); a += 1; await load();`).dropped, ["await load()"]);
});

Deno.test("forEach with an async function is found", () => {
  assertEquals(
    found("rows.forEach(async (row) => { await row; });\nrows.forEach((row) => row);").forEach,
    ["1:1"],
  );
});
