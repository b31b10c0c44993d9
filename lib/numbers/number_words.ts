const stems: readonly (readonly [RegExp, number])[] = [
  [/^(один|одна|одно|одну|одного|одной|одним|одном|перв(ый|ая|ое|ого|ой|ую|ым|ом))$/, 1],
  [/^(два|две|двух|двум|двумя|втор(ой|ая|ое|ого|ую|ым|ом))$/, 2],
  [/^(три|трех|трёх|трем|трём|тремя|трет(ий|ья|ье|ьего|ьей|ью|ьим|ьем))$/, 3],
  [/^(четыре|четырех|четырёх|четырем|четвёрт(ый|ая|ое)|четверт(ый|ая|ое|ого|ой|ую|ых))$/, 4],
  [/^(пять|пяти|пятью|пят(ый|ая|ое|ого|ой|ую))$/, 5],
  [/^(шесть|шести|шестью|шест(ой|ая|ое|ого|ую))$/, 6],
  [/^(семь|семи|семью|седьм(ой|ая|ое|ого|ую))$/, 7],
  [/^(восемь|восьми|восемью|восьм(ой|ая|ое|ого|ую))$/, 8],
  [/^(девять|девяти|девятью|девят(ый|ая|ое|ого|ой|ую))$/, 9],
  [/^(десять|десяти|десятью|десят(ый|ая|ое|ого|ой|ую))$/, 10],
];

/**
 * Reads a Russian cardinal or ordinal from one to ten in any case or gender.
 *
 * @param word The word, in any letter case.
 * @returns Its value, or `undefined` if it is no such word.
 *
 * @example
 * ```ts
 * import { parseNumberWord } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(parseNumberWord("одну"), 1);
 * assertEquals(parseNumberWord("третий"), 3);
 * assertEquals(parseNumberWord("много"), undefined);
 * ```
 */
export function parseNumberWord(word: string): number | undefined {
  const lower = word.toLowerCase();
  return stems.find(([pattern]) => pattern.test(lower))?.[1];
}
