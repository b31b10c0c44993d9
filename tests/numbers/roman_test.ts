import { assertEquals } from "@std/assert";
import { parseRoman } from "../../lib/numbers/roman.ts";

const known: [string, number][] = [
  ["I", 1],
  ["IV", 4],
  ["V", 5],
  ["VI", 6],
  ["IX", 9],
  ["XI", 11],
  ["XIV", 14],
  ["XL", 40],
  ["XC", 90],
  ["CD", 400],
  ["CM", 900],
  ["MCMXCIX", 1999],
  ["MMXVI", 2016],
];

for (const [numeral, value] of known) {
  Deno.test(`parseRoman reads ${numeral} as ${value}`, () => {
    assertEquals(parseRoman(numeral), value);
  });
}

Deno.test("parseRoman reads Cyrillic letters that look like Roman ones", () => {
  assertEquals(parseRoman("\u0425I"), 11);
  assertEquals(parseRoman("\u0425\u0406"), 11);
  assertEquals(parseRoman("X\u04c0"), 11);
  assertEquals(parseRoman("\u041c\u0421\u041c"), 1900);
});

Deno.test("parseRoman refuses what is no numeral in its one correct form", () => {
  for (
    const printed of [
      "",
      "IIX",
      "IIII",
      "XXXX",
      "CCCC",
      "VV",
      "IC",
      "xi",
      "XI ",
      "11",
      "ХИ",
      "MMMM",
    ]
  ) {
    assertEquals(parseRoman(printed), undefined, printed);
  }
});

Deno.test("parseRoman reads the numeral of every number from 1 to 3999", () => {
  const parts: [number, string][] = [
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  for (let number = 1; number < 4000; number++) {
    let rest = number, numeral = "";
    for (const [value, letters] of parts) {
      for (; rest >= value; rest -= value) numeral += letters;
    }
    assertEquals(parseRoman(numeral), number);
  }
});
