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
  ..."one two three four five six seven eight nine ten".split(" ")
    .map((word, index) => [word, index + 1] as [string, number]),
  ..."first second third fourth fifth sixth seventh eighth ninth tenth".split(" ")
    .map((word, index) => [word, index + 1] as [string, number]),
]);

/** The languages whose number words are known. */
export const spelledLanguages: readonly string[] = ["ru", "en"];

const ordinals = new Map<string, number>(
  "перв втор трет четверт пят шест седьм восьм девят десят".split(" ")
    .map((stem, index) => [stem, index + 1]),
);
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

function forms(value: number, words: string): [string, number][] {
  return words.split(" ").map((word) => [word, value]);
}
