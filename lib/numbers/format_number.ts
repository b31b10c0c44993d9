import type { Exact } from "../model/interval.ts";
import type { Language } from "../model/label.ts";

/** How a number is written. */
export interface NumberStyle {
  /** Language whose separators are used. @default Russian */
  readonly language?: Language;
  /** Most decimals to write, never more than the number has; without it as many as {@linkcode shownDecimals} tells. */
  readonly decimals?: number;
  /** Whether a positive number gets a plus, as a change does. */
  readonly signed?: boolean;
}

const locales = { ru: "ru-RU", en: "en-GB" } as const;

/**
 * Writes a number in the manner of a language: groups of three, decimal comma or dot, true minus.
 *
 * A half is rounded away from zero, by the decimal that the number is, whether float or fraction. No zeros are added that
 * the number does not have: 5.2 to two decimals is 5.2, and 4.698 is 4.70.
 *
 * @param value The number.
 * @param style Language, decimals and sign.
 * @returns The string.
 *
 * @example
 * ```ts
 * import { formatNumber } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatNumber(-6618, { language: "en" }), "\u22126,618");
 * assertEquals(formatNumber(61227, { language: "ru", signed: true }), "+61\u00a0227");
 * ```
 */
export function formatNumber(value: number | Exact, style: NumberStyle = {}): string {
  const { language = "ru", decimals = shownDecimals(value), signed = false } = style;
  const most = Math.min(decimals, 20), isCut = decimalsIn(value) > most;
  const rounded = typeof value === "number" ? String(value) : decimalString(value, most);
  const written = formatOf(language, isCut ? most : 0, most, signed)
    .format(rounded as Intl.StringNumericLiteral);
  return written.replace("-", "\u2212");
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, least: number, most: number, signed: boolean) {
  const key = [language, least, most, signed].join();
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    signDisplay: signed ? "exceptZero" : "negative",
    useGrouping: "always",
  });
  formats.set(key, made);
  return made;
}

/**
 * How many decimals a number has: 2 for 5.25, none for a whole one, infinitely many for a third.
 *
 * @param value The number; a float by its shortest decimal.
 */
export function decimalsIn(value: number | Exact): number {
  if (typeof value === "number") {
    const [digits, exponent = "0"] = String(value).split("e");
    return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
  }
  let rest = value.toLowestTerms()[1];
  const times = [2n, 5n].map((factor) => {
    let count = 0;
    for (; rest % factor === 0n; count++) rest /= factor;
    return count;
  });
  return rest === 1n ? Math.max(...times) : Infinity;
}

/**
 * With how many decimals a number is shown that stands alone: two, more if it takes more to show two digits that
 * count, and never more than it has.
 *
 * @param value The number.
 * @returns Such as 2 for 21.2725, 3 for 0.0384 and 0 for 5.
 *
 * @example
 * ```ts
 * import { shownDecimals } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([21.2725, 5.2, 0.0384, 5].map(shownDecimals), [2, 1, 3, 0]);
 * ```
 */
export function shownDecimals(value: number | Exact): number {
  const size = Math.abs(value.valueOf());
  const least = size > 0 && size < 1 ? 1 - Math.floor(Math.log10(size)) : 0;
  return Math.min(decimalsIn(value), Math.max(2, least));
}

/**
 * An exact number as a plain decimal with a dot, for machines.
 *
 * @param value The number.
 * @param places Most decimals to write; further ones are rounded, half away from zero.
 * @returns Such as `-3.5`; never an exponent, no zeros at the end.
 *
 * @example
 * ```ts
 * import { decimalString, exact } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(decimalString(exact("-1/8"), 2), "-0.13");
 * ```
 */
export function decimalString(value: Exact, places = 6): string {
  const size = value.abs().round(places);
  return (value.compare(0) < 0 ? size.neg() : size).toString(Math.max(places, 1));
}

/**
 * An exact number as a decimal with all its places, or as a fraction where none is finite: 2.5 or 5/3.
 *
 * @param value The number.
 */
export function exactString(value: Exact): string {
  const decimals = decimalsIn(value);
  return decimals === Infinity ? value.toFraction() : decimalString(value, decimals);
}
