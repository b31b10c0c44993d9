import type { Exact, Interval } from "../model/interval.ts";
import type { Terms } from "../model/relation.ts";
import { exact } from "../numbers/exact.ts";
import {
  addIntervals,
  divideIntervals,
  everything,
  hullOf,
  multiplyIntervals,
  shiftInterval,
  subtractIntervals,
} from "../numbers/interval.ts";

/**
 * What a relation compares: `(plus − minus) ÷ under + offset`, each a sum of the values named.
 *
 * Without `under` nothing is divided. All values are in the bases of their units, so that per cents are hundredths.
 */
export interface Equation<T> {
  readonly plus: readonly T[];
  readonly minus: readonly T[];
  readonly under: readonly T[];
  readonly offset: Exact;
}

const none: readonly never[] = [];
const zero = exact(0), one = exact(1), minusOne = exact(-1);

function equation<T>(
  plus: readonly T[],
  minus: readonly T[] = none,
  under: readonly T[] = none,
  offset = zero,
): Equation<T> {
  return { plus, minus, under, offset };
}

/**
 * A relation as the expression that it compares with its result, norm, limit or word.
 *
 * @param relation The relation.
 * @returns The expression; `undefined` for a product and a mixture, which have other forms.
 */
export function equationOf<T>(
  { kind, result, operands, divisors }: Terms<T>,
): Equation<T> | undefined {
  switch (kind) {
    case "sum":
    case "same":
      return equation(operands);
    case "difference":
      return equation(operands.slice(0, 1), operands.slice(1));
    case "shares":
      return equation(none, operands, none, one);
    case "roll-forward":
      return equation(operands, divisors);
    case "ratio":
    case "bound":
    case "share":
      return equation(operands, none, divisors);
    case "growth":
      return equation(operands, none, divisors, minusOne);
    case "mean":
    case "norm":
      return equation([result], none, divisors);
    case "part":
      return equation([result], none, operands);
    case "trend":
      return equation([result], none, operands, minusOne);
    case "product":
    case "mixture":
      return undefined;
  }
}

/**
 * Every value that a relation gives for what it compares, from the values that its parts may have.
 *
 * It is what the result should be; for a norm or a mean it is the judged quantity itself, divided where there are
 * divisors; for a bound it is the limit, for a trend the change by the first value.
 *
 * @param terms The relation with every number that each of its values may be.
 * @returns The interval of the recomputed value.
 */
export function recompute(terms: Terms<Interval>): Interval {
  const equation = equationOf(terms);
  if (equation === undefined) {
    const { kind, rule, operands } = terms;
    return kind === "mixture" ? mixture(rule, operands) : operands.reduce(multiplyIntervals);
  }
  const { plus, minus, under, offset } = equation;
  let interval = addIntervals(plus);
  if (minus.length > 0) interval = subtractIntervals(interval, addIntervals(minus));
  if (under.length > 0) interval = divideIntervals(interval, addIntervals(under));
  return shiftInterval(interval, offset);
}

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
