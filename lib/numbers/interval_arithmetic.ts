import type { Exact, Interval } from "../model/interval.ts";
import { exact } from "./exact.ts";
import { between, point } from "./interval.ts";
import { UsageError } from "../errors/usage_error.ts";

const zero = exact(0);
const everything = between(null, null);

/** Every sum of one number from each of the intervals; an empty list sums to 0. */
export function addIntervals(intervals: readonly Interval[]): Interval {
  return intervals.reduce(plus, point(zero));
}

/** Every difference of a number of `a` and a number of `b`. */
export function subtractIntervals(a: Interval, b: Interval): Interval {
  return plus(a, negate(b));
}

/** Every product of a number of `a` and a number of `b`; all numbers, where one of them has no limit. */
export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const endsOfA = ends(a), endsOfB = ends(b);
  if (endsOfA === undefined || endsOfB === undefined) return everything;
  const [aLow, aHigh] = endsOfA, [bLow, bHigh] = endsOfB;
  const corners = [times(aLow, bLow), times(aLow, bHigh), times(aHigh, bLow), times(aHigh, bHigh)];
  const sorted = corners.toSorted((x, y) => x.value.compare(y.value));
  const low = sorted[0].value, high = sorted[sorted.length - 1].value;
  return {
    low,
    high,
    includesLow: corners.some((end) => end.included && end.value.equals(low)),
    includesHigh: corners.some((end) => end.included && end.value.equals(high)),
  };
}

/**
 * Every quotient of a number of `a` and a number of `b`; all numbers, where `b` may be 0 or has no limit.
 *
 * @throws {RangeError} If `b` is exactly 0.
 */
export function divideIntervals(a: Interval, b: Interval): Interval {
  const endsOfB = ends(b);
  if (endsOfB === undefined) return everything;
  const [{ value: low }, { value: high }] = endsOfB;
  if (low.equals(zero) && high.equals(zero)) throw new UsageError("Cannot divide by 0");
  if (low.compare(zero) <= 0 && high.compare(zero) >= 0) return everything;
  const inverse: Interval = {
    low: high.inverse(),
    high: low.inverse(),
    includesLow: b.includesHigh,
    includesHigh: b.includesLow,
  };
  return multiplyIntervals(a, inverse);
}

function plus(a: Interval, b: Interval): Interval {
  return {
    low: a.low !== null && b.low !== null ? a.low.add(b.low) : null,
    high: a.high !== null && b.high !== null ? a.high.add(b.high) : null,
    includesLow: a.includesLow && b.includesLow,
    includesHigh: a.includesHigh && b.includesHigh,
  };
}

function negate(a: Interval): Interval {
  return {
    low: a.high?.neg() ?? null,
    high: a.low?.neg() ?? null,
    includesLow: a.includesHigh,
    includesHigh: a.includesLow,
  };
}

interface End {
  readonly value: Exact;
  readonly included: boolean;
}

function times(a: End, b: End): End {
  const isZero = (end: End) => end.included && end.value.equals(zero);
  const included = (a.included && b.included) || isZero(a) || isZero(b);
  return { value: a.value.mul(b.value), included };
}

function ends(interval: Interval): [End, End] | undefined {
  const { low, high, includesLow, includesHigh } = interval;
  if (low === null || high === null) return undefined;
  return [{ value: low, included: includesLow }, { value: high, included: includesHigh }];
}
