import type { Exact } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import { decimalString } from "./decimal_string.ts";

/** How a number is written. */
export interface NumberStyle {
  /** Language whose separators are used, Russian unless told. */
  readonly language?: Language;
  /** Decimals to write; without it as many as the number has, six at most. */
  readonly decimals?: number;
  /** Whether a positive number gets a plus, as a change does. */
  readonly signed?: boolean;
}

const locales = { ru: "ru-RU", en: "en-GB" } as const;

/**
 * Writes a number in the manner of a language: groups of three, decimal comma or dot, true minus.
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
  const { language = "ru", decimals, signed = false } = style;
  const places = decimals ?? 6;
  const rounded = typeof value === "number" ? value : decimalString(value, places);
  const written = formatterOf({ language, decimals, signed }).format(
    rounded as Intl.StringNumericLiteral,
  );
  return written.replace("-", "\u2212");
}

/** A formatter takes longer to make than a hundred numbers to write. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatterOf(
  { language, decimals, signed }: Required<Pick<NumberStyle, "language" | "signed">> & NumberStyle,
): Intl.NumberFormat {
  const key = `${language} ${decimals} ${signed}`;
  const made = formatters.get(key) ?? new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 6,
    signDisplay: signed ? "exceptZero" : "negative",
    useGrouping: "always",
  });
  formatters.set(key, made);
  return made;
}
