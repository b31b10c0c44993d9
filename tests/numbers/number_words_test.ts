import { assertEquals } from "@std/assert";
import { parseNumberWord } from "../../lib/numbers/number_words.ts";

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
