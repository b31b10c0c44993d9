import { assertEquals } from "@std/assert";
import { compareTexts } from "../../../lib/notebook/diff/compare_texts.ts";
import type { NumberFormat } from "../../../lib/model/edition.ts";
import { russianNumbers } from "../../../lib/numbers/parse_printed.ts";

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
