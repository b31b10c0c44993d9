import type { TrendWord } from "../model/claim.ts";
import type { Exact, Interval } from "../model/interval.ts";
import { comparisonKinds, type Terms } from "../model/relation.ts";
import { exact } from "../numbers/exact.ts";
import { between, everything, hullOf, meets, negate, within } from "../numbers/interval.ts";
import { recompute } from "./recompute.ts";

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
    ? !meets(result, boundInterval(opposites[rule], computed))
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
      return boundInterval(mirrored[rule], result);
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

/** What a bound says of its limit. */
const mirrored: Readonly<Record<string, string>> = {
  "at-most": "at-least",
  "at-least": "at-most",
  "less-than": "more-than",
  "more-than": "less-than",
};

/** What holds where a bound does not: it holds for every limit if this does for none. */
export const opposites: Readonly<Record<string, string>> = {
  "at-most": "more-than",
  "at-least": "less-than",
  "less-than": "at-least",
  "more-than": "at-most",
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
