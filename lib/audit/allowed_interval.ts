import type { Interval } from "../model/interval.ts";
import type { TrendWord } from "../model/claim.ts";
import { exact } from "../numbers/exact.ts";

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
