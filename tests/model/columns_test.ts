import { assertEquals } from "@std/assert";
import { type ColumnDeclaration, refusal, toColumn } from "../../lib/model/columns.ts";

function columnOf(kind: ColumnDeclaration[0]) {
  return toColumn(kind === "texts" ? [kind, "x"] : [kind, "x"], "x");
}

/** What a column makes of cells; `undefined` for one that it refuses. */
function read(kind: ColumnDeclaration[0], cells: readonly string[]): unknown[] {
  const column = columnOf(kind);
  return cells.map((cell) => refusal(column, cell) === undefined ? column.read(cell) : undefined);
}

Deno.test("a code is of lower-case Latin letters and digits, parted by single hyphens or dots", () => {
  assertEquals(read("code", ["a", "table1.users-remote.2015"]), [
    "a",
    "table1.users-remote.2015",
  ]);
  const refused = ["", "A", "a b", "а", ".a", "a.", "a--b", "a_b", "a\n"];
  assertEquals(read("code", refused), refused.map(() => undefined));
});

Deno.test("a text is neither empty nor spaced at its ends, but may hold line feeds", () => {
  assertEquals(read("text", ["a", "a b", "a\nb"]), ["a", "a b", "a\nb"]);
  assertEquals(read("text", ["", " ", "a ", "\u00a0a", "a\n"]), Array(5).fill(undefined));
  assertEquals(read("text?", ["", "a", " "]), ["", "a", undefined]);
});

Deno.test("a decimal has a dot and no groups, and is kept as a number", () => {
  assertEquals(read("decimal", ["0", "-3.5", "37.70"]), [0, -3.5, 37.7]);
  const refused = ["", "+1", "1,5", "1 000", ".5", "5.", "1e3", "NaN", " 1", "--1", "0x10"];
  assertEquals(read("decimal", refused), refused.map(() => undefined));
});

Deno.test("an optional decimal that is empty is null, and not 0", () => {
  assertEquals(read("decimal?", ["", "0", "5"]), [null, 0, 5]);
  assertEquals(refusal(columnOf("decimal?"), "x"), "expected a decimal number or nothing");
});

Deno.test("a positive integer begins at 1 and has no sign, zeros or decimals before or after", () => {
  assertEquals(read("positive", ["1", "218"]), [1, 218]);
  const refused = ["", "0", "-1", "01", "1.0", "1e2", "９"];
  assertEquals(read("positive", refused), refused.map(() => undefined));
});

Deno.test("one of a set of words is none of its parts, nor of another case", () => {
  assertEquals(read(["count", "rounded"], ["count", "Count", "", "round"]), [
    "count",
    undefined,
    undefined,
    undefined,
  ]);
});
