import type { Exact, Interval } from "../model/interval.ts";
import { exact } from "./exact.ts";

const zero = exact(0);

/** The interval that holds one number only. */
export function point(value: Exact): Interval {
  return { low: value, high: value, includesLow: true, includesHigh: true };
}

/** The interval from `low` to `high`, both ends included; `null` is no limit. */
export function between(low: Exact | null, high: Exact | null): Interval {
  return { low, high, includesLow: low !== null, includesHigh: high !== null };
}

/** Whether a number lies in an interval. */
export function contains(interval: Interval, value: Exact): boolean {
  return meets(interval, point(value));
}

/**
 * Whether two intervals have a number in common.
 *
 * @example
 * ```ts
 * import { exact, meets, roundingInterval } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const printed = roundingInterval(exact("37.7"), { decimals: 1 });
 * assertEquals(meets(printed, roundingInterval(exact("37.75"), { decimals: 2 })), true);
 * assertEquals(meets(printed, roundingInterval(exact("37.76"), { decimals: 2 })), false);
 * ```
 */
export function meets(a: Interval, b: Interval): boolean {
  return reaches(a, b) && reaches(b, a);
}

/** Whether `inner` lies in `outer` from end to end. */
export function within(inner: Interval, outer: Interval): boolean {
  return lowOrder(outer, inner) && highOrder(inner, outer);
}

/**
 * How far apart two intervals are: 0 where they meet or touch.
 *
 * @returns A distance that is never negative.
 */
export function gap(a: Interval, b: Interval): Exact {
  const above = a.low !== null && b.high !== null ? a.low.sub(b.high) : zero;
  const below = b.low !== null && a.high !== null ? b.low.sub(a.high) : zero;
  const larger = above.compare(below) > 0 ? above : below;
  return larger.compare(zero) > 0 ? larger : zero;
}

/**
 * From the least to the greatest whole number of an interval.
 *
 * @returns The interval between them, both included; `undefined` if it holds none.
 */
export function wholeNumbersIn(interval: Interval): Interval | undefined {
  const { includesLow, includesHigh } = interval;
  const least = interval.low?.ceil() ?? null, greatest = interval.high?.floor() ?? null;
  const low = least && !includesLow && least.equals(interval.low!) ? least.add(1) : least;
  const high = greatest && !includesHigh && greatest.equals(interval.high!)
    ? greatest.sub(1)
    : greatest;
  return low && high && low.compare(high) > 0 ? undefined : between(low, high);
}

function reaches(a: Interval, b: Interval): boolean {
  if (a.high === null || b.low === null) return true;
  const order = a.high.compare(b.low);
  return order > 0 || (order === 0 && a.includesHigh && b.includesLow);
}

function lowOrder(outer: Interval, inner: Interval): boolean {
  if (outer.low === null) return true;
  if (inner.low === null) return false;
  const order = outer.low.compare(inner.low);
  return order < 0 || (order === 0 && (outer.includesLow || !inner.includesLow));
}

function highOrder(inner: Interval, outer: Interval): boolean {
  if (outer.high === null) return true;
  if (inner.high === null) return false;
  const order = inner.high.compare(outer.high);
  return order < 0 || (order === 0 && (outer.includesHigh || !inner.includesHigh));
}
