import type { Exact, Interval } from "../model/interval.ts";
import { exact } from "./exact.ts";

const zero = exact(0), one = exact(1);

/** The interval that holds one number only. */
export function point(value: Exact): Interval {
  return { low: value, high: value, includesLow: true, includesHigh: true };
}

/** The interval from `low` to `high`, both ends included; `null` is no limit. */
export function between(low: Exact | null, high: Exact | null): Interval {
  return { low, high, includesLow: low !== null, includesHigh: high !== null };
}

/** All numbers. */
export const everything: Interval = between(null, null);

/** The one number that an interval holds, or `null` if it holds more. */
export function single({ low, high }: Interval): Exact | null {
  return low === high || (low !== null && high !== null && low.equals(high)) ? low : null;
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
  const [innerLow, innerHigh] = ends(inner), [outerLow, outerHigh] = ends(outer);
  return !isBeyond(innerLow, outerLow, -1) && !isBeyond(innerHigh, outerHigh, 1);
}

/**
 * How far apart two intervals are: 0 where they meet or touch.
 *
 * @returns A distance that is never negative.
 */
export function gap(a: Interval, b: Interval): Exact {
  const above = a.low !== null && b.high !== null ? a.low.sub(b.high) : zero;
  const below = b.low !== null && a.high !== null ? b.low.sub(a.high) : zero;
  return [above, below].reduce((most, each) => each.compare(most) > 0 ? each : most, zero);
}

/**
 * From the least to the greatest whole number of an interval.
 *
 * @returns The interval between them, both included; `undefined` if it holds none.
 */
export function wholeNumbersIn({ low, high, includesLow, includesHigh }: Interval) {
  const least = low && (low.isWhole && !includesLow ? low.add(1) : low.ceil());
  const greatest = high && (high.isWhole && !includesHigh ? high.sub(1) : high.floor());
  const isEmpty = least && greatest && least.compare(greatest) > 0;
  return isEmpty ? undefined : between(least, greatest);
}

/** Every sum of one number from each of the intervals; an empty list sums to 0. */
export function addIntervals(intervals: readonly Interval[]): Interval {
  return intervals.length === 0 ? point(zero) : intervals.reduce(plus);
}

/** Every difference of a number of `a` and a number of `b`. */
export function subtractIntervals(a: Interval, b: Interval): Interval {
  if (isPoint(a) && isPoint(b)) return point(a.low.sub(b.low));
  return plus(a, negate(b));
}

/** Every number of an interval with the other sign. */
export function negate(interval: Interval): Interval {
  return mapEnds(mirror(interval), (end) => end.neg());
}

/** Every product of a number of `a` and a number of `b`, of which each may be without limits. */
export function multiplyIntervals(a: Interval, b: Interval): Interval {
  if (isPoint(a) && isPoint(b)) return point(a.low.mul(b.low));
  return hull(ends(a).flatMap((end) => ends(b).map((other) => times(end, other))));
}

/** Every quotient of a number of `a` and a number of `b`; all numbers, where `b` may be 0 between its ends. */
export function divideIntervals(a: Interval, b: Interval): Interval {
  const low = b.low ? b.low.sign : -1, high = b.high ? b.high.sign : 1;
  if ((low < 0 && high > 0) || (low === 0 && high === 0)) return everything;
  if (isPoint(a) && isPoint(b)) return point(a.low.div(b.low));
  const { includesLow, includesHigh } = mirror(b);
  return multiplyIntervals(a, {
    low: high === 0 ? null : b.high === null ? zero : one.div(b.high),
    high: low === 0 ? null : b.low === null ? zero : one.div(b.low),
    includesLow: high !== 0 && includesLow,
    includesHigh: low !== 0 && includesHigh,
  });
}

/** Every number of an interval times a number above 0. */
export function scaleInterval(interval: Interval, factor: Exact): Interval {
  return factor.equals(one) ? interval : mapEnds(interval, (end) => end.mul(factor));
}

/** Every number of an interval and another number, added. */
export function shiftInterval(interval: Interval, by: Exact): Interval {
  return by.sign === 0 ? interval : mapEnds(interval, (end) => end.add(by));
}

/** The least interval that holds all of the intervals; one at least. */
export function hullOf(intervals: readonly Interval[]): Interval {
  return hull(intervals.flatMap(ends));
}

/** The numbers that both intervals hold, or `undefined` if there is none. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  if (!meets(a, b)) return undefined;
  const [aLow, aHigh] = ends(a), [bLow, bHigh] = ends(b);
  return fromEnds(
    isBeyond(aLow, bLow, -1) ? bLow : aLow,
    isBeyond(aHigh, bHigh, 1) ? bHigh : aHigh,
  );
}

/** What lies below and above an interval. */
export function complement({ low, high, includesLow, includesHigh }: Interval): Interval[] {
  return [
    ...(low === null ? [] : [{ ...everything, high: low, includesHigh: !includesLow }]),
    ...(high === null ? [] : [{ ...everything, low: high, includesLow: !includesHigh }]),
  ];
}

/** An end of an interval; its value is `null` where there is no limit in the direction of its sign. */
interface End {
  readonly value: Exact | null;
  readonly sign: number;
  readonly included: boolean;
}

function ends({ low, high, includesLow, includesHigh }: Interval): [End, End] {
  return [
    { value: low, sign: low ? low.sign : -1, included: low !== null && includesLow },
    { value: high, sign: high ? high.sign : 1, included: high !== null && includesHigh },
  ];
}

function fromEnds({ value: low, included }: End, high: End): Interval {
  return { low, high: high.value, includesLow: included, includesHigh: high.included };
}

/** Whether an interval was made of one number; its ends are computed once. */
function isPoint(interval: Interval): interval is Interval & { readonly low: Exact } {
  return interval.low !== null && interval.low === interval.high;
}

function mapEnds(interval: Interval, change: (end: Exact) => Exact): Interval {
  if (isPoint(interval)) return point(change(interval.low));
  const { low, high } = interval;
  return { ...interval, low: low && change(low), high: high && change(high) };
}

function mirror({ low, high, includesLow, includesHigh }: Interval): Interval {
  return { low: high, high: low, includesLow: includesHigh, includesHigh: includesLow };
}

function plus(a: Interval, b: Interval): Interval {
  if (isPoint(a) && isPoint(b)) return point(a.low.add(b.low));
  return {
    low: a.low && b.low && a.low.add(b.low),
    high: a.high && b.high && a.high.add(b.high),
    includesLow: a.includesLow && b.includesLow,
    includesHigh: a.includesHigh && b.includesHigh,
  };
}

function reaches(a: Interval, b: Interval): boolean {
  if (a.high === null || b.low === null) return true;
  const order = a.high.compare(b.low);
  return order > 0 || (order === 0 && a.includesHigh && b.includesLow);
}

function times(a: End, b: End): End {
  const isZero = ({ sign, included }: End) => sign === 0 && included;
  const included = (a.included && b.included) || isZero(a) || isZero(b);
  const sign = Math.sign(a.sign) * Math.sign(b.sign);
  if (sign === 0) return { value: zero, sign, included };
  const value = a.value && b.value && a.value.mul(b.value);
  return { value, sign, included: value !== null && included };
}

function hull(found: readonly End[]): Interval {
  let low = found[0], high = found[0];
  for (const end of found) {
    if (isBeyond(end, low, -1)) low = end;
    if (isBeyond(end, high, 1)) high = end;
  }
  return fromEnds(low, high);
}

/** Whether an end reaches further than another, downwards (-1) or upwards (1). */
function isBeyond(end: End, other: End, direction: 1 | -1): boolean {
  const rank = ({ value, sign }: End) => value === null ? sign : 0;
  const order = end.value !== null && other.value !== null
    ? end.value.compare(other.value)
    : rank(end) - rank(other);
  return order * direction > 0 || (order === 0 && end.included && !other.included);
}
