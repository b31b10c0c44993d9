import type { Interval } from "../model/interval.ts";
import { exact } from "../numbers/exact.ts";
import { extremes } from "./extremes.ts";

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
export function mixedPart(side: string, [mean, other, weight]: readonly Interval[]): Interval {
  return extremes([mean, other, weight], ([m, b, w], divide) => {
    const rest = one.sub(w);
    return side === "by-divisor"
      ? divide(m.sub(b.mul(rest)), w)
      : divide(w, divide(one, m).sub(divide(rest, b)));
  });
}

/** Every weight of the first part with which the parts give the mean. */
export function mixedWeight(side: string, [mean, first, second]: readonly Interval[]): Interval {
  return extremes([mean, first, second], ([m, a, b], divide) => {
    const share = divide(m.sub(b), a.sub(b));
    return side === "by-divisor" ? share : share.mul(divide(a, m));
  });
}
