import { assertEquals } from "@std/assert";
import { sortNumber } from "../../lib/tables/sort_number.ts";

const nbsp = "\u00a0";

Deno.test("numbers are read as either language writes them, with signs and per cent", () => {
  const english: [text: string, number: number][] = [
    ["547,671", 547671],
    ["≥ 547,671", 547671],
    ["\u2212457", -457],
    ["+61,227", 61227],
    ["- 6 618", -6618],
    [`37.75${nbsp}%`, 37.75],
    ["37,7%", 37.7],
    [`2${nbsp}${nbsp}188${nbsp}449`, 2188449],
    ["5", 5],
  ];
  for (const [text, number] of english) assertEquals(sortNumber(text, "en"), number, text);
  assertEquals(sortNumber("0,123", "ru"), 0.123);
  assertEquals(sortNumber(`2${nbsp}187${nbsp}738,5`, "ru"), 2187738.5);
});

Deno.test("lists, ranges, dates and words are no numbers", () => {
  for (const text of ["10, 12", "7–8", "2016-01-01", "одну", "–", "", "needs x", "1 2"]) {
    assertEquals(sortNumber(text, "en"), undefined, text);
  }
});
