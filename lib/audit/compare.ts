import type { Exact, Interval } from "../model/interval.ts";
import type { Terms } from "../model/relation.ts";
import type { TrendWord } from "../model/claim.ts";
import { exact } from "../numbers/exact.ts";
import { between, hullOf, meets, within } from "../numbers/interval.ts";
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
  const computed = recompute(terms);
  const fits = (judged: Interval, allowed: Interval, certain: Interval | null): Comparison => {
    const isCertain = certain !== null && within(judged, certain);
    return { fit: isCertain ? "all" : meets(judged, allowed) ? "some" : "none", computed, allowed };
  };
  switch (kind) {
    case "bound":
      return fits(
        result,
        boundInterval(rule, computed, false),
        boundInterval(rule, computed, true),
      );
    case "norm": {
      const allowed = normInterval(rule, operands[0]);
      return fits(computed, allowed, allowed);
    }
    case "part":
    case "trend": {
      const allowed = word ? trendInterval(word) : computed;
      return fits(computed, allowed, allowed);
    }
    case "mean":
      return fits(computed, hullOf(operands), certainMean(operands));
    default:
      return fits(computed, result, null);
  }
}

/** The values of a norm that a claim says are met, such as everything below its low end. */
export function normInterval(rule: string, norm: Interval): Interval {
  switch (rule) {
    case "below":
      return { low: null, high: norm.low, includesLow: false, includesHigh: false };
    case "above":
      return { low: norm.high, high: null, includesLow: false, includesHigh: false };
    default:
      return norm;
  }
}

/**
 * The judged values that a bound allows.
 *
 * @param rule The side, such as `at-most`.
 * @param limit Every value that the limit may have.
 * @param strictly Whether the bound must hold for every such value, instead of for one at least.
 */
export function boundInterval(rule: string, limit: Interval, strictly: boolean): Interval {
  const upper = rule === "at-most" || rule === "less-than";
  const equal = rule === "at-most" || rule === "at-least";
  const atLow = upper === strictly;
  const end = atLow ? limit.low : limit.high;
  const limitHasEnd = atLow ? limit.includesLow : limit.includesHigh;
  const included = strictly ? equal || !limitHasEnd : equal && limitHasEnd;
  return upper
    ? { low: null, high: end, includesLow: false, includesHigh: included }
    : { low: end, high: null, includesLow: included, includesHigh: false };
}

const mirrored: Readonly<Record<string, string>> = {
  "at-most": "at-least",
  "at-least": "at-most",
  "less-than": "more-than",
  "more-than": "less-than",
};

/** The limits with which a bound may hold, for the values that the judged quantity may have. */
export function limitInterval(rule: string, judged: Interval): Interval {
  return boundInterval(mirrored[rule], judged, false);
}

/** The changes by the first value, or the parts of the whole, that a word allows: 0.05 for 5 %. */
export function trendInterval(word: TrendWord): Interval {
  const least = exact(word.min_percent ?? 0).div(100);
  const most = word.max_percent === null ? null : exact(word.max_percent).div(100);
  if (word.direction === "none") {
    return { low: most?.neg() ?? null, high: most, includesLow: false, includesHigh: false };
  }
  if (word.direction === "part") {
    const low = word.min_percent === null ? null : least;
    return { low, high: most, includesLow: low !== null, includesHigh: false };
  }
  const includesLeast = word.min_percent !== null;
  return word.direction === "increase"
    ? { low: least, high: most, includesLow: includesLeast, includesHigh: false }
    : {
      low: most?.neg() ?? null,
      high: least.neg(),
      includesLow: false,
      includesHigh: includesLeast,
    };
}

/** Where a weighted mean lies for certain: between all that the least and the greatest part may be; `null` if nowhere. */
function certainMean(parts: readonly Interval[]): Interval | null {
  const least = extreme(parts.map(({ high }) => high), -1);
  const greatest = extreme(parts.map(({ low }) => low), 1);
  if (least === null || greatest === null || least.compare(greatest) > 0) return null;
  return between(least, greatest);
}

/** The least (-1) or greatest (1) of ends; `null`, no limit, lies beyond all of them on the other side. */
function extreme(ends: readonly (Exact | null)[], direction: 1 | -1): Exact | null {
  return ends.reduce((found, end) => {
    if (found === null || end === null) return found ?? end;
    return end.compare(found) * direction > 0 ? end : found;
  });
}
