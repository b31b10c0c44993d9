import type { TrendWord } from "../model/claim.ts";
import type { Exact, Interval } from "../model/interval.ts";
import { comparisonKinds, type Terms } from "../model/relation.ts";
import { exact } from "../numbers/exact.ts";
import {
  addIntervals,
  between,
  divideIntervals,
  everything,
  hullOf,
  meets,
  multiplyIntervals,
  negate,
  point,
  shiftInterval,
  subtractIntervals,
  within,
} from "../numbers/interval.ts";

/** Whether the recomputed values fit what a relation allows: some, none or, where it is no equality, all of them. */
export interface Comparison {
  readonly fit: "all" | "some" | "none";
  readonly computed: Interval;
  readonly allowed: Interval;
}

/**
 * Compares what a relation allows with what its operands give.
 *
 * @param terms The relation with every number that each of its values may be.
 * @param word The word of a trend.
 */
export function compare(terms: Terms<Interval>, word?: TrendWord): Comparison {
  const { kind, rule, result, operands } = terms;
  const computed = recompute(terms), isBound = kind === "bound";
  const allowed = isBound ? boundInterval(rule, computed) : allowedInterval(terms, word);
  const isCertain = isBound
    ? !meets(result, boundInterval(turnedBounds[rule].opposite, computed))
    : kind === "mean"
    ? isCertainMean(computed, operands)
    : comparisonKinds.has(kind) && within(computed, allowed);
  const fit = isCertain ? "all" : meets(isBound ? result : computed, allowed) ? "some" : "none";
  return { fit, computed, allowed };
}

/** Every value that a relation allows for what its equation gives. */
export function allowedInterval(
  { kind, rule, result, operands }: Terms<Interval>,
  word?: TrendWord,
): Interval {
  switch (kind) {
    case "norm":
      return normInterval(rule, operands[0]);
    case "mean":
      return hullOf(operands);
    case "bound":
      return boundInterval(turnedBounds[rule].ofLimit, result);
    case "part":
    case "trend":
      return word ? trendInterval(word) : everything;
    default:
      return result;
  }
}

/** The values of a norm that a claim says are met, such as everything below its low end. */
export function normInterval(rule: string, norm: Interval): Interval {
  if (rule === "within") return norm;
  return rule === "below" ? { ...everything, high: norm.low } : { ...everything, low: norm.high };
}

/**
 * The judged values that a bound allows by one limit at least.
 *
 * @param rule The side, such as `at-most`.
 * @param limit Every value that the limit may have.
 */
export function boundInterval(rule: string, limit: Interval): Interval {
  const { low, high, includesLow, includesHigh } = limit;
  const isClosed = rule === "at-most" || rule === "at-least";
  return rule === "at-most" || rule === "less-than"
    ? { ...everything, high, includesHigh: isClosed && includesHigh }
    : { ...everything, low, includesLow: isClosed && includesLow };
}

/** What a bound says of its limit, and what holds where it does not: it holds for every limit if that does for none. */
export const turnedBounds: Readonly<Record<string, { ofLimit: string; opposite: string }>> = {
  "at-most": { ofLimit: "at-least", opposite: "more-than" },
  "at-least": { ofLimit: "at-most", opposite: "less-than" },
  "less-than": { ofLimit: "more-than", opposite: "at-least" },
  "more-than": { ofLimit: "less-than", opposite: "at-most" },
};

/** The changes by the first value, or the parts of the whole, that a word allows: 0.05 for 5 %. */
function trendInterval({ direction, min_percent, max_percent }: TrendWord): Interval {
  const high = max_percent === null ? null : exact(max_percent).div(100);
  if (direction === "none") return { ...everything, low: high && high.neg(), high };
  const low = min_percent === null && direction === "part"
    ? null
    : exact(min_percent ?? 0).div(100);
  const size = { low, high, includesLow: min_percent !== null, includesHigh: false };
  return direction === "decrease" ? negate(size) : size;
}

/** Whether a weighted mean lies for certain between its parts: between all that the least and the greatest may be. */
function isCertainMean(mean: Interval, parts: readonly Interval[]): boolean {
  const order = (a: Exact, b: Exact) => a.compare(b);
  const [least] = parts.flatMap(({ high }) => high ?? []).toSorted(order);
  const greatest = parts.flatMap(({ low }) => low ?? []).toSorted(order).at(-1);
  return least !== undefined && greatest !== undefined && least.compare(greatest) <= 0 &&
    within(mean, between(least, greatest));
}

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

const zero = exact(0), one = exact(1), minusOne = exact(-1);

/**
 * A relation as the expression that it compares with its result, norm, limit or word.
 *
 * @param relation The relation.
 * @returns The expression; `undefined` for a product and a mixture, which have other forms.
 */
export function equationOf<T>(
  { kind, result, operands, divisors }: Terms<T>,
): Equation<T> | undefined {
  const quotient = { plus: operands, minus: [], under: divisors, offset: zero };
  switch (kind) {
    case "difference":
      return { ...quotient, plus: operands.slice(0, 1), minus: operands.slice(1) };
    case "shares":
      return { ...quotient, plus: [], minus: operands, offset: one };
    case "roll-forward":
      return { ...quotient, minus: divisors, under: [] };
    case "growth":
      return { ...quotient, offset: minusOne };
    case "mean":
    case "norm":
      return { ...quotient, plus: [result] };
    case "part":
      return { ...quotient, plus: [result], under: operands };
    case "trend":
      return { ...quotient, plus: [result], under: operands, offset: minusOne };
    case "product":
    case "mixture":
      return undefined;
    default:
      return quotient;
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
 * Every mean of two parts, given the weight of the first.
 *
 * Stock per resident is stock divided by residents: its mean weighs each part by the share of the residents
 * (`by-divisor`) or, the other way round, by the share of the stock (`by-numerator`). Turned round, the first part is such
 * a mean of the mean and the second part, with 1 ÷ weight as the weight.
 */
export function mixture(side: string, [first, second, weight]: readonly Interval[]): Interval {
  const [a, b] = [first, second].map((part) => turn(side, part));
  return turn(side, extremes([a, b, weight], ([a, b, w]) => a.mul(w).add(b.mul(one.sub(w)))));
}

/** Every weight of the first part with which the parts give the mean. */
export function solveWeight(side: string, numbers: readonly Interval[]): Interval {
  const [mean, first, second] = numbers.map((number) => turn(side, number));
  const { low, high } = subtractIntervals(first, second);
  if (low === null || high === null || low.sign !== high.sign || low.sign === 0) return everything;
  return extremes([mean, first, second], ([m, a, b]) => m.sub(b).div(a.sub(b)));
}

/** A number as it counts in a mixture: what is weighed by its numerator is weighed upside down. */
function turn(side: string, interval: Interval): Interval {
  return side === "by-divisor" ? interval : divideIntervals(point(one), interval);
}

/**
 * Every value of a function over a box of intervals, in each of which it rises or falls throughout; all numbers, where the
 * box has no limits.
 *
 * The function has its extremes at corners of the box. One is attained at an end that is included or, where the
 * function is level, between two ends: so the middles are tried too.
 */
function extremes(box: readonly Interval[], at: (values: readonly Exact[]) => Exact): Interval {
  const sides = box.map(({ low, high, includesLow, includesHigh }) => {
    if (low === null || high === null) return [];
    const middle = { value: low.add(high).div(2), included: true };
    return low.equals(high) ? [middle] : [
      { value: low, included: includesLow },
      middle,
      { value: high, included: includesHigh },
    ];
  });
  const corners = sides.reduce<typeof sides>(
    (found, side) => found.flatMap((corner) => side.map((end) => [...corner, end])),
    [[]],
  );
  if (corners.length === 0) return everything;
  return hullOf(corners.map((corner) => {
    const value = at(corner.map(({ value }) => value));
    const included = corner.every(({ included }) => included);
    return { low: value, high: value, includesLow: included, includesHigh: included };
  }));
}
