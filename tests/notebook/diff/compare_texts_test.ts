import { assertEquals } from "@std/assert";
import { compareTables, compareTexts } from "../../../lib/notebook/diff/compare_texts.ts";
import type { NumberFormat } from "../../../lib/model/edition.ts";
import { russianNumbers } from "../../../lib/numbers/read_printed.ts";

const english: NumberFormat = { decimal: ["."], group: [","], minus: ["-", "−"], plus: ["+"] };

function plainly(before: string, after: string, format = english) {
  return compareTexts(before, after, format).map(({ before, after, difference }) => [
    before,
    after,
    ...(difference ? [difference.toFraction()] : []),
  ]);
}

Deno.test("equal texts do not differ, whatever their white space", () => {
  assertEquals(plainly("Users: 1,204.", "Users:  1,204."), []);
});

Deno.test("numbers are compared as numbers, with their difference", () => {
  assertEquals(plainly("Users: 267,826.", "Users: 267,827."), [["267,826", "267,827", "1"]]);
  assertEquals(plainly("grew by 0.1 %", "grew by 0.3 %"), [["0.1", "0.3", "1/5"]]);
  assertEquals(plainly("change −45", "change 711"), [["−45", "711", "756"]]);
  assertEquals(
    plainly("было 2 424 759", "стало 2 424 760".replace("стало", "было"), russianNumbers),
    [
      ["759", "760", "1"],
    ],
  );
  assertEquals(plainly("267\u00a0826", "267\u00a0827", russianNumbers), [
    ["267\u00a0826", "267\u00a0827", "1"],
  ]);
});

Deno.test("a hyphen between years is no minus", () => {
  assertEquals(plainly("2015–2016", "2015–2017"), [["2016", "2017", "1"]]);
});

Deno.test("words that differ are told, also where one side has none", () => {
  assertEquals(plainly("visits fell", "visits rose"), [["fell", "rose"]]);
  assertEquals(plainly("visits fell slightly", "visits fell"), [["slightly", ""]]);
  assertEquals(plainly("", "new"), [["", "new"]]);
});

const compare = (before: string, after: string) => compareTables(before, after, russianNumbers);

Deno.test("equal tables do not differ, nor does the order of rows and columns count", () => {
  assertEquals(compare("who,n\na,1\nb,2\n", "n,who\n2,b\n1,a\n"), []);
});

Deno.test("a field that differs is told by row and column, with the difference of numbers", () => {
  const changes = compare("who,n\na,1\nb,2.5\n", "who,n\na,1\nb,4\n");
  assertEquals(
    changes.map(({ row, column, difference }) => [row, column, difference?.toFraction()]),
    [["b", "n", "3/2"]],
  );
});

Deno.test("numbers that are written as texts are compared in their language", () => {
  const [change] = compare("who,printed\na,2 188 449\n", "who,printed\na,2 187 738\n");
  assertEquals(change.difference?.valueOf(), -711);
});

Deno.test("rows and columns that came and went are named", () => {
  assertEquals(compare("who,n\na,1\nb,2\n", "who,m\na,1\nc,2\n"), [
    { column: "n", before: "n", after: "" },
    { column: "m", before: "", after: "m" },
    { row: "b", before: "b", after: "" },
    { row: "c", before: "", after: "c" },
  ]);
});

Deno.test("a table that comes or goes has all its rows and columns come or gone", () => {
  const columnsOf = (before: string, after: string) =>
    compare(before, after).filter(({ column }) => column !== undefined)
      .map(({ before, after }) => [before, after]);
  assertEquals(columnsOf("", "who,n\na,1\n"), [["", "who"], ["", "n"]]);
  assertEquals(columnsOf("who,n\na,1\n", ""), [["who", ""], ["n", ""]]);
  assertEquals(compare("", ""), []);
});

Deno.test("rows are known by as many texts as tell them apart, and counted where none do", () => {
  const changes = compare(
    "who,where,n\na,x,1\na,y,2\n",
    "who,where,n\na,x,1\na,y,3\n",
  );
  assertEquals(changes.map(({ row }) => row), ["a, y"]);
  const counted = compare("n\n1\n2\n", "n\n1\n3\n");
  assertEquals(counted.map(({ row, after }) => [row, after]), [["row 2", "3"]]);
});
