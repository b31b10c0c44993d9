import type { NumberFormat } from "../model/edition.ts";
import type { Exact } from "../model/interval.ts";
import { exact } from "./exact.ts";

/** A printed number: its value and how precisely it is printed. */
export interface PrintedNumber {
  /** The number, exactly. */
  readonly value: Exact;
  /** How many decimals are printed. */
  readonly decimals: number;
}

/** How Russian reports print numbers: decimal comma, now and then a dot, many kinds of space and minus. */
export const russianNumbers: NumberFormat = {
  decimal: [",", "."],
  group: [" ", "\u00a0", "\u2009", "\u202f"],
  minus: ["-", "\u2013", "\u2212"],
  plus: ["+"],
};

/**
 * Reads a number as a report prints it.
 *
 * Groups of three may be parted by one or more group characters; a sign may be followed by a
 * space, and a per cent sign at the end may follow one. Anything else is refused, so that no misprint
 * is read as a number.
 *
 * @param printed The printed string.
 * @param format The characters that the report uses.
 * @returns The value and its decimals, or `undefined` if the string is no number of this format.
 *
 * @example
 * ```ts
 * import { parsePrinted } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(parsePrinted("2  188 449")?.value.valueOf(), 2188449);
 * assertEquals(parsePrinted("- 6 618")?.value.valueOf(), -6618);
 * assertEquals(parsePrinted("37,70%")?.decimals, 2);
 * assertEquals(parsePrinted("21 88 449"), undefined);
 * ```
 */
export function parsePrinted(
  printed: string,
  format: NumberFormat = russianNumbers,
): PrintedNumber | undefined {
  const match = pattern(format).exec(printed);
  if (!match?.groups) return undefined;
  const { sign, whole, decimals = "" } = match.groups;
  const digits = whole.replace(/\D/g, "") + (decimals && "." + decimals);
  const value = exact(digits);
  return {
    value: sign && format.minus.includes(sign) ? value.neg() : value,
    decimals: decimals.length,
  };
}

const patterns = new WeakMap<NumberFormat, RegExp>();

function pattern(format: NumberFormat): RegExp {
  const known = patterns.get(format);
  if (known) return known;
  const sign = oneOf([...format.minus, ...format.plus]);
  const group = format.group.length ? `${oneOf(format.group)}+` : "(?!)";
  const made = new RegExp(
    `^(?:(?<sign>${sign})\\p{Zs}?)?(?<whole>\\d{1,3}(?:${group}\\d{3})+|\\d+)` +
      `(?:${oneOf(format.decimal)}(?<decimals>\\d+))?(?:\\p{Zs}?%)?$`,
    "u",
  );
  patterns.set(format, made);
  return made;
}

function oneOf(characters: readonly string[]): string {
  const escaped = characters.map((character) => character.replace(/[\\\]\[^-]/g, "\\$&"));
  return `[${escaped.join("")}]`;
}
