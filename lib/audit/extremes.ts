import type { Exact, Interval } from "../model/interval.ts";
import { between } from "../numbers/interval.ts";
import { hullOf } from "./open_ended.ts";

/** Divides and takes note of the divisor. */
export type Divide = (dividend: Exact, divisor: Exact) => Exact;

/** A function of several numbers that rises or falls throughout in each of them. */
export type Monotone = (values: readonly Exact[], divide: Divide) => Exact;

/**
 * Every value of a function over a box of intervals; all numbers, where the box has no limits or a divisor may be 0.
 *
 * The function has its extremes at corners of the box. One is attained at an end that is included or, where the
 * function is level, between two ends: so the middles are tried too.
 *
 * @param box An interval for each argument.
 * @param at The function, which divides by its second argument only.
 */
export function extremes(box: readonly Interval[], at: Monotone): Interval {
  const everything = between(null, null);
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
