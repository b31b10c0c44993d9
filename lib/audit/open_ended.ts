import type { Exact, Interval } from "../model/interval.ts";
import { exact } from "../numbers/exact.ts";
import { between } from "../numbers/interval.ts";

const zero = exact(0), one = exact(1);
const everything = between(null, null);

/** An end of an interval; its value is `null` where there is no limit in the direction of its sign. */
interface End {
  readonly value: Exact | null;
  readonly sign: number;
  readonly included: boolean;
}

/** Every product of a number of `a` and a number of `b`, of which each may be without limits. */
export function multiplyOpen(a: Interval, b: Interval): Interval {
  if (isPositive(a) && isPositive(b)) {
    return {
      low: a.low && b.low && a.low.mul(b.low),
      high: a.high && b.high && a.high.mul(b.high),
      includesLow: a.includesLow && b.includesLow,
      includesHigh: a.includesHigh && b.includesHigh,
    };
  }
  const [aLow, aHigh] = ends(a), [bLow, bHigh] = ends(b);
  return hull([times(aLow, bLow), times(aLow, bHigh), times(aHigh, bLow), times(aHigh, bHigh)]);
}

/** Every quotient of a number of `a` and a number of `b`; all numbers, where `b` may be 0 between its ends. */
export function divideOpen(a: Interval, b: Interval): Interval {
  const low = b.low?.compare(zero) ?? -1, high = b.high?.compare(zero) ?? 1;
  if ((low < 0 && high > 0) || (low === 0 && high === 0)) return everything;
  return multiplyOpen(a, {
    low: high === 0 ? null : b.high === null ? zero : one.div(b.high),
    high: low === 0 ? null : b.low === null ? zero : one.div(b.low),
    includesLow: high !== 0 && b.includesHigh,
    includesHigh: low !== 0 && b.includesLow,
  });
}

/** Every number of an interval times a number above 0. */
export function scaleInterval(interval: Interval, factor: Exact): Interval {
  if (factor.equals(one)) return interval;
  const { low, high, includesLow, includesHigh } = interval;
  return { low: low && low.mul(factor), high: high && high.mul(factor), includesLow, includesHigh };
}

/** Every number of an interval and another number, added. */
export function shiftInterval(interval: Interval, by: Exact): Interval {
  if (by.equals(zero)) return interval;
  const { low, high, includesLow, includesHigh } = interval;
  return { low: low && low.add(by), high: high && high.add(by), includesLow, includesHigh };
}

/** The least interval that holds all of the intervals; one at least. */
export function hullOf(intervals: readonly Interval[]): Interval {
  return hull(intervals.flatMap(ends));
}

/** The numbers that both intervals hold, or `undefined` if there is none. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const [aLow, aHigh] = ends(a), [bLow, bHigh] = ends(b);
  const low = innermost(aLow, bLow, 1), high = innermost(aHigh, bHigh, -1);
  const order = compare(low, high);
  if (order > 0 || (order === 0 && !(low.included && high.included))) return undefined;
  return fromEnds(low, high);
}

function isPositive({ low }: Interval): boolean {
  return low !== null && low.s > 0n && low.n > 0n;
}

function ends({ low, high, includesLow, includesHigh }: Interval): [End, End] {
  return [
    { value: low, sign: low?.compare(zero) ?? -1, included: low !== null && includesLow },
    { value: high, sign: high?.compare(zero) ?? 1, included: high !== null && includesHigh },
  ];
}

function fromEnds(low: End, high: End): Interval {
  return {
    low: low.value,
    high: high.value,
    includesLow: low.included,
    includesHigh: high.included,
  };
}

function times(a: End, b: End): End {
  const isZero = ({ sign, included }: End) => sign === 0 && included;
  const included = (a.included && b.included) || isZero(a) || isZero(b);
  const sign = Math.sign(a.sign) * Math.sign(b.sign);
  if (sign === 0) return { value: zero, sign, included };
  const value = a.value !== null && b.value !== null ? a.value.mul(b.value) : null;
  return { value, sign, included: value !== null && included };
}

function compare(a: End, b: End): number {
  if (a.value !== null && b.value !== null) return a.value.compare(b.value);
  const rank = ({ value, sign }: End) => value === null ? sign : 0;
  return rank(a) - rank(b);
}

function hull(found: readonly End[]): Interval {
  let low = found[0], high = found[0];
  for (const end of found) {
    if (isBeyond(end, low, -1)) low = end;
    if (isBeyond(end, high, 1)) high = end;
  }
  return fromEnds(low, high);
}

function isBeyond(end: End, other: End, direction: 1 | -1): boolean {
  const order = compare(end, other) * direction;
  return order > 0 || (order === 0 && end.included && !other.included);
}

function innermost(a: End, b: End, direction: 1 | -1): End {
  const order = compare(a, b) * direction;
  return order > 0 || (order === 0 && !a.included) ? a : b;
}
