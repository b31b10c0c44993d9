import { parseNumberWord } from "../numbers/numerals.ts";
import { parseRoman } from "../numbers/numerals.ts";

/** A numeral without digits, and the characters of its line before it. */
export interface WrittenNumeral {
  readonly offset: number;
  readonly printed: string;
}

/**
 * The Roman numerals and the number words of a line.
 *
 * A Roman numeral has at least one Latin letter: else every Cyrillic initial and preposition that looks like one
 * would count.
 *
 * @param line The line of the source.
 */
export function writtenNumerals(line: string): WrittenNumeral[] {
  return [...line.matchAll(/\p{L}+/gu)].flatMap(({ index: offset, 0: printed }) => {
    const isRoman = /[IVXLCDM]/.test(printed) && parseRoman(printed) !== undefined;
    return isRoman || parseNumberWord(printed) !== undefined ? [{ offset, printed }] : [];
  });
}
