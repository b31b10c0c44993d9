import type { Interval } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import { shownDecimals } from "./digits.ts";
import { formatNumber } from "./format_number.ts";

/**
 * An interval with its ends and whether they belong to it: a square bracket where they do, a round one where not.
 *
 * @param interval The interval.
 * @param language Language of the numbers.
 * @returns Such as `[37,65; 37,75)`; the number alone where it holds only one.
 *
 * @example
 * ```ts
 * import { between, exact, intervalEnds } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(intervalEnds(between(exact("4.65"), exact("4.75")), "ru"), "[4,65; 4,75]");
 * ```
 */
export function intervalEnds(interval: Interval, language: Language): string {
  const { low, high, includesLow, includesHigh } = interval;
  if (low !== null && high !== null && low.equals(high)) return write(low, language);
  const from = low === null ? "(−∞" : `${includesLow ? "[" : "("}${write(low, language)}`;
  const to = high === null ? "∞)" : `${write(high, language)}${includesHigh ? "]" : ")"}`;
  return `${from}; ${to}`;
}

function write(end: NonNullable<Interval["low"]>, language: Language): string {
  return formatNumber(end, { language, decimals: Math.max(4, shownDecimals(end)) });
}
