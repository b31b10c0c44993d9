import { assertEquals } from "@std/assert";
import { compareTables } from "../../../lib/notebook/diff/compare_tables.ts";
import { russianNumbers } from "../../../lib/numbers/parse_printed.ts";

const compare = (before: string, after: string) => compareTables({ before, after }, russianNumbers);

Deno.test("equal tables do not differ, nor does the order of rows and columns count", () => {
  assertEquals(compare("who,n\na,1\nb,2\n", "n,who\n2,b\n1,a\n"), undefined);
});

Deno.test("a field that differs is told by row and column, with the difference of numbers", () => {
  const change = compare("who,n\na,1\nb,2.5\n", "who,n\na,1\nb,4\n");
  assertEquals(change?.rows, { gone: [], come: [] });
  assertEquals(
    change?.fields.map(({ row, column, difference }) => [row, column, difference?.toFraction()]),
    [["b", "n", "3/2"]],
  );
});

Deno.test("numbers that are written as texts are compared in their language", () => {
  const change = compare("who,printed\na,2 188 449\n", "who,printed\na,2 187 738\n");
  assertEquals(change?.fields[0]?.difference?.valueOf(), -711);
});

Deno.test("rows and columns that came and went are named", () => {
  const change = compare("who,n\na,1\nb,2\n", "who,m\na,1\nc,2\n");
  assertEquals(change?.columns, { gone: ["n"], come: ["m"] });
  assertEquals(change?.rows, { gone: ["b"], come: ["c"] });
});

Deno.test("a table that comes or goes has all its rows and columns come or gone", () => {
  assertEquals(compare("", "who,n\na,1\n")?.columns, { gone: [], come: ["who", "n"] });
  assertEquals(compare("who,n\na,1\n", "")?.columns, { gone: ["who", "n"], come: [] });
  assertEquals(compare("", ""), undefined);
});

Deno.test("rows are known by as many texts as tell them apart, and counted where none do", () => {
  const change = compare(
    "who,where,n\na,x,1\na,y,2\n",
    "who,where,n\na,x,1\na,y,3\n",
  );
  assertEquals(change?.fields.map(({ row }) => row), ["a, y"]);
  const counted = compare("n\n1\n2\n", "n\n1\n3\n");
  assertEquals(counted?.fields.map(({ row, after }) => [row, after]), [["row 2", "3"]]);
});
