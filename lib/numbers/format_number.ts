import type { Exact } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import { decimalString } from "./digits.ts";
import { decimalsIn, shownDecimals } from "./digits.ts";

/** How a number is written. */
export interface NumberStyle {
  /** Language whose separators are used, Russian unless told. */
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
