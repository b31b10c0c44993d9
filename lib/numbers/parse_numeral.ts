import type { NumberFormat } from "../model/edition.ts";
import type { Exact } from "../model/interval.ts";
import { exact } from "./exact.ts";
import { parseNumberWord } from "./number_words.ts";
import { russianNumbers } from "./parse_printed.ts";
import { readPrinted } from "./read_printed.ts";
import { parseRoman } from "./roman.ts";

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
