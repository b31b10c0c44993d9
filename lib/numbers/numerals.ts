import type { NumberFormat } from "../model/edition.ts";
import type { Exact } from "../model/interval.ts";
import { exact } from "./exact.ts";
import { readPrinted, russianNumbers } from "./read_printed.ts";

/**
 * Reads a numeral however it is written: in digits with what is printed beside them, as a dash that is nil, Roman, or as a
 * Russian number word. Of a range it is the lower end.
 *
 * @param printed The numeral as printed.
 * @param format The characters that the report uses in numbers.
 * @returns Its value, or `undefined` if it is no numeral.
 *
 * @example
 * ```ts
 * import { parseNumeral } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(["111 600", "XIV", "третий"].map((one) => parseNumeral(one)?.valueOf()), [111600, 14, 3]);
 * assertEquals(parseNumeral("много"), undefined);
 * ```
 */
export function parseNumeral(
  printed: string,
  format: NumberFormat = russianNumbers,
): Exact | undefined {
  const read = readPrinted(printed, format);
  if ("value" in read) return read.value;
  if (read.form === "nil") return exact(0);
  const whole = parseRoman(printed) ?? parseNumberWord(printed);
  return whole === undefined ? undefined : exact(whole);
}

const twins: Record<string, string> = { "Х": "X", "І": "I", "Ӏ": "I", "М": "M", "С": "C" };
const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
const canonical = /^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;

/**
 * Reads a Roman numeral, also one that mixes Latin with look-alike Cyrillic letters.
 *
 * @param printed The numeral, in capitals.
 * @returns Its value, or `undefined` if it is none.
 *
 * @example
 * ```ts
 * import { parseRoman } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(parseRoman("\u0425I"), 11);
 * assertEquals(parseRoman("IIX"), undefined);
 * ```
 */
export function parseRoman(printed: string): number | undefined {
  const latin = [...printed].map((letter) => twins[letter] ?? letter);
  if (latin.length === 0 || !canonical.test(latin.join(""))) return undefined;
  const numbers = latin.map((letter) => values[letter]);
  return numbers.reduce(
    (sum, value, index) => sum + (value < (numbers[index + 1] ?? 0) ? -value : value),
    0,
  );
}

const cardinals = new Map<string, number>([
  ...forms(0.5, "половина половины половине половину половиной половин половинам половинами"),
  ...forms(0.5, "половинка половинки половинке половинку половинкой половинок половинкам"),
  ...forms(1, "один одна одно одни одну одного одной одною одних одному одним одними одном"),
  ...forms(2, "два две двух двум двумя"),
  ...forms(3, "три трех трем тремя"),
  ...forms(4, "четыре четырех четырем четырьмя"),
  ...forms(5, "пять пяти пятью"),
  ...forms(6, "шесть шести шестью"),
  ...forms(7, "семь семи семью"),
  ...forms(8, "восемь восьми восемью восьмью"),
  ...forms(9, "девять девяти девятью"),
  ...forms(10, "десять десяти десятью"),
  ...forms(0.5, "half halves"),
  ...inOrder("one two three four five six seven eight nine ten"),
  ...inOrder("first second third fourth fifth sixth seventh eighth ninth tenth"),
]);

/** The languages whose number words are known. */
export const spelledLanguages: readonly string[] = ["ru", "en"];

const ordinals = new Map(inOrder("перв втор трет четверт пят шест седьм восьм девят десят"));
/** Prefixes of the words for pupils of a grade, from the first to the tenth. */
const grades = "перво второ третье четверо пяти шести семи восьми девяти десяти".split(" ");
const ending = /(?:ый|ой|ая|ое|ого|ому|ым|ом|ою|ую|ые|ых|ыми)$/;
const softEnding = /(?:ий|ья|ье|ьего|ьему|ьим|ьем|ьей|ьею|ью|ьи|ьих|ьими)$/;

/**
 * Reads a Russian cardinal or ordinal from one to ten in any case or gender, a half, or the grade of a pupil; and an English
 * cardinal, ordinal or half.
 *
 * @param word The word, in any letter case, with ё or е.
 * @returns Its value, or `undefined` if it is no such word.
 *
 * @example
 * ```ts
 * import { parseNumberWord } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(parseNumberWord("одну"), 1);
 * assertEquals(parseNumberWord("третий"), 3);
 * assertEquals(parseNumberWord("Third"), 3);
 * assertEquals(parseNumberWord("первоклассников"), 1);
 * assertEquals(parseNumberWord("много"), undefined);
 * ```
 */
export function parseNumberWord(word: string): number | undefined {
  const plain = word.toLowerCase().replaceAll("ё", "е");
  const stem = plain.replace(plain.startsWith("трет") ? softEnding : ending, "");
  const grade = grades.findIndex((prefix) => plain.startsWith(`${prefix}классни`));
  if (grade >= 0) return grade + 1;
  return cardinals.get(plain) ?? (stem === plain ? undefined : ordinals.get(stem));
}

function inOrder(words: string): [string, number][] {
  return words.split(" ").map((word, index) => [word, index + 1]);
}

function forms(value: number, words: string): [string, number][] {
  return words.split(" ").map((word) => [word, value]);
}
