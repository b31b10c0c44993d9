import type { NumberFormat } from "../model/edition.ts";
import type { Exact } from "../model/interval.ts";
import { exact } from "./exact.ts";
import { parseNumberWord } from "./number_words.ts";
import { parsePrinted, russianNumbers } from "./parse_printed.ts";
import { parseRoman } from "./roman.ts";

/**
 * Reads a numeral however it is written: in digits, Roman, or as a Russian number word.
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
  const inDigits = parsePrinted(printed, format);
  if (inDigits) return inDigits.value;
  const whole = parseRoman(printed) ?? parseNumberWord(printed);
  return whole === undefined ? undefined : exact(whole);
}
