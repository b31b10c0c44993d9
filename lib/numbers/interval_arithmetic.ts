import type { Exact, Interval } from "../model/interval.ts";
import { exact } from "./exact.ts";
import { point } from "./interval.ts";

const zero = exact(0);

/** Every sum of one number from each of the intervals; an empty list sums to 0. */
export function addIntervals(intervals: readonly Interval[]): Interval {
  return intervals.reduce(plus, point(zero));
}

/** Every difference of a number of `a` and a number of `b`. */
export function subtractIntervals(a: Interval, b: Interval): Interval {
  return plus(a, negate(b));
}

/**
 * Every product of a number of `a` and a number of `b`.
 *
 * @throws {RangeError} If an interval has no limit on a side.
 */
export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const [aLow, aHigh] = ends(a), [bLow, bHigh] = ends(b);
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
 * Every quotient of a number of `a` and a number of `b`.
 *
 * @throws {RangeError} If `b` holds 0, or an interval has no limit on a side.
 */
export function divideIntervals(a: Interval, b: Interval): Interval {
  const [{ value: low }, { value: high }] = ends(b);
  if (low.compare(zero) * high.compare(zero) <= 0) {
    throw new RangeError("Cannot divide: the divisor may be 0");
  }
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
  return { value: a.value.mul(b.value), included: a.included && b.included };
}

function ends(interval: Interval): [End, End] {
  const { low, high, includesLow, includesHigh } = interval;
  if (low === null || high === null) {
    throw new RangeError("Cannot multiply or divide a number that is printed as a limit only");
  }
  return [{ value: low, included: includesLow }, { value: high, included: includesHigh }];
}
