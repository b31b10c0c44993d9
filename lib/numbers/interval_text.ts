import type { Exact, Interval } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import { decimalsIn, decimalString, formatNumber, shownDecimals } from "./format_number.ts";
import { contains, single } from "./interval.ts";

/**
 * An interval in figures: one number where it holds one, a dash where nothing is known.
 *
 * @param interval The interval; `null` where there is none.
 * @param language Language of the numbers.
 *
 * @example
 * ```ts
 * import { between, exact, intervalText } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(intervalText(between(exact("4.65"), exact("4.75")), "ru"), "4,65\u20134,75");
 * assertEquals(intervalText(null, "en"), "\u2013");
 * ```
 */
export function intervalText(interval: Interval | null, language: Language): string {
  const [from = null, to = null] = [interval?.low, interval?.high];
  let decimals = Math.max(...[from, to].map((end) => end ? shownDecimals(end) : 0));
  const isApart = from && to && !from.equals(to);
  while (isApart && from.round(decimals).equals(to.round(decimals))) decimals++;
  const [low, high] = [from, to].map((end) => end && formatNumber(end, { language, decimals }));
  if (low === high) return low ?? "–";
  return low === null ? `≤ ${high}` : high === null ? `≥ ${low}` : `${low}–${high}`;
}

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
  const write = (end: Exact) =>
    formatNumber(end, { language, decimals: Math.max(4, shownDecimals(end)) });
  const only = single(interval);
  return only ? write(only) : writeEnds(interval, write, ["−∞", "; ", "∞"]);
}

/** An interval for machines: its ends as decimals, `null` for no limit, and as mathematicians write it. */
export interface IntervalJson {
  readonly low: string | null;
  readonly high: string | null;
  readonly text: string;
}

/** An interval as plain data. */
export function intervalJson(interval: Interval | null): IntervalJson | null {
  if (interval === null) return null;
  const write = (end: Exact) => decimalString(end);
  return {
    low: interval.low && write(interval.low),
    high: interval.high && write(interval.high),
    text: writeEnds(interval, write, ["-inf", ", ", "inf"]),
  };
}

/**
 * With how many decimals a number is shown beside what it is compared with, so that what is shown lies within or
 * without as the number itself does: 37.748 beside 37.7, since 37.75 would be printed as 37.8.
 *
 * @param value The number.
 * @param compared Every value that it is compared with.
 * @returns One more than those values are known to, at least, unless the number has fewer.
 */
export function decimalsBeside(value: Exact, compared: Interval): number {
  const has = decimalsIn(value), isWithin = contains(compared, value);
  const { low, high } = compared;
  const width = low && high ? high.sub(low).valueOf() : Infinity;
  const known = width > 0 ? Math.ceil(-Math.log10(width)) : decimalsIn(low ?? value);
  let places = Math.max(shownDecimals(value), Math.min(known, 12) + 1);
  while (places < has && places < 12 && contains(compared, value.round(places)) !== isWithin) {
    places++;
  }
  return Math.min(places, has);
}

function writeEnds(
  { low, high, includesLow, includesHigh }: Interval,
  write: (end: Exact) => string,
  [least, between, greatest]: readonly [string, string, string],
): string {
  const from = `${includesLow ? "[" : "("}${low ? write(low) : least}`;
  return `${from}${between}${high ? write(high) : greatest}${includesHigh ? "]" : ")"}`;
}
