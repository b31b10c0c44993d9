import type { Exact, Interval } from "../model/interval.ts";
import { exact } from "../numbers/exact.ts";
import { everything, hullOf } from "../numbers/interval.ts";

const one = exact(1);

/**
 * Every mean of two parts, given the weight of the first, from 0 to 1.
 *
 * Stock per resident is stock divided by residents: its mean weighs each part by the share of the residents
 * (`by-divisor`) or, the other way round, by the share of the stock (`by-numerator`).
 */
export function mixture(side: string, [first, second, weight]: readonly Interval[]): Interval {
  return extremes([first, second, weight], ([a, b, w], divide) => {
    const rest = one.sub(w);
    return side === "by-divisor"
      ? a.mul(w).add(b.mul(rest))
      : divide(one, divide(w, a).add(divide(rest, b)));
  });
}

/** Every part that gives the mean with the other part, given the weight of the part itself. */
export function solvePart(side: string, [mean, other, weight]: readonly Interval[]): Interval {
  return extremes([mean, other, weight], ([m, b, w], divide) => {
    const rest = one.sub(w);
    return side === "by-divisor"
      ? divide(m.sub(b.mul(rest)), w)
      : divide(w, divide(one, m).sub(divide(rest, b)));
  });
}

/** Every weight of the first part with which the parts give the mean. */
export function solveWeight(side: string, [mean, first, second]: readonly Interval[]): Interval {
  return extremes([mean, first, second], ([m, a, b], divide) => {
    const share = divide(m.sub(b), a.sub(b));
    return side === "by-divisor" ? share : share.mul(divide(a, m));
  });
}

/** Divides and takes note of the divisor. */
type Divide = (dividend: Exact, divisor: Exact) => Exact;

/** A function of several numbers that rises or falls throughout in each of them. */
type Monotone = (values: readonly Exact[], divide: Divide) => Exact;

/**
 * Every value of a function over a box of intervals; all numbers, where the box has no limits or a divisor may be 0.
 *
 * The function has its extremes at corners of the box. One is attained at an end that is included or, where the
 * function is level, between two ends: so the middles are tried too.
 *
 * @param box An interval for each argument.
 * @param at The function, which divides by its second argument only.
 */
function extremes(box: readonly Interval[], at: Monotone): Interval {
  const found: Interval[] = [];
  const signs: number[] = [];
  for (const { values, included } of places(box)) {
    let step = 0, isDefined = true;
    const value = at(values, (dividend, divisor) => {
      const sign = divisor.compare(0);
      isDefined &&= sign !== 0 && sign === (signs[step] ??= sign);
      step++;
      return sign === 0 ? divisor : dividend.div(divisor);
    });
    if (!isDefined) return everything;
    found.push({ low: value, high: value, includesLow: included, includesHigh: included });
  }
  return found.length === 0 ? everything : hullOf(found);
}

interface Place {
  readonly values: readonly Exact[];
  readonly included: boolean;
}

/** Every corner of a box and every middle of its sides; none, if the box has no limit. */
function places(box: readonly Interval[]): Place[] {
  let all: Place[] = [{ values: [], included: true }];
  for (const { low, high, includesLow, includesHigh } of box) {
    if (low === null || high === null) return [];
    const axis = low.equals(high) ? [{ value: low, included: true }] : [
      { value: low, included: includesLow },
      { value: low.add(high).div(2), included: true },
      { value: high, included: includesHigh },
    ];
    all = all.flatMap(({ values, included }) =>
      axis.map((end) => ({
        values: [...values, end.value],
        included: included && end.included,
      }))
    );
  }
  return all;
}
