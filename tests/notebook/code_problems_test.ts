import { assertEquals } from "@std/assert";
import { codeProblems } from "../../lib/notebook/code_problems.ts";
import { readCells } from "../../lib/notebook/parse_cell.ts";
import { notebookOf } from "./notebook_of.ts";

Deno.test("forEach with an async function is found", () => {
  const source = "rows.forEach(async (row) => { await row; });\nrows.forEach((row) => row);";
  const { cells: [cell] } = readCells(notebookOf({ one: source }));
  const found = codeProblems(cell, {}).map(({ code, line, column }) => [code, line, column]);
  assertEquals(found, [["floating-promise", 1, 1]]);
});
