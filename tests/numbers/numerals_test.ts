import { assertEquals } from "@std/assert";
import { parseNumberWord, parseRoman } from "../../lib/numbers/numerals.ts";

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

const words: [value: number, words: string][] = [
  [0.5, "половина половину половинки половинок"],
  [
    1,
    "один одна одно одну одного одной одному одним одном первый первая первому первых первую первоклассников первоклассницы",
  ],
  [2, "два две двух двум двумя второй вторая второму вторую вторых вторым"],
  [3, "три трех трёх трем трём тремя третий третья третьему третью третьих третьими"],
  [4, "четыре четырёх четырем четырьмя четвёртый четвертый четвёртого четвертая четвёртом"],
  [5, "пять пяти пятью пятый пятая пятому пятых"],
  [6, "шесть шести шестью шестой шестая шестого шестым"],
  [7, "семь семи семью седьмой седьмая седьмого седьмым"],
  [8, "восемь восьми восемью восьмой восьмая восьмого восьмым"],
  [9, "девять девяти девятью девятый девятая девятому девятиклассник"],
  [10, "десять десяти десятью десятый десятая десятому"],
];

for (const [value, forms] of words) {
  Deno.test(`parseNumberWord reads every form of ${value}`, () => {
    for (const word of forms.split(" ")) {
      assertEquals(parseNumberWord(word), value, word);
      assertEquals(parseNumberWord(word.toUpperCase()), value, word);
    }
  });
}

Deno.test("parseNumberWord reads English cardinals, ordinals and a half", () => {
  const values = ["one", "Ten", "second", "TENTH", "half"].map(parseNumberWord);
  assertEquals(values, [1, 10, 2, 10, 0.5]);
});

Deno.test("parseNumberWord refuses other words, stems and numbers above ten", () => {
  for (
    const word of [
      "",
      "много",
      "перв",
      "втор",
      "одиннадцать",
      "двадцать",
      "пятьсот",
      "трети",
      "класс",
      "2",
    ]
  ) {
    assertEquals(parseNumberWord(word), undefined, word);
  }
});
