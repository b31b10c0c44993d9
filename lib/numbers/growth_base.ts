import type { Exact } from "../model/interval.ts";

/**
 * Why no growth can be counted from a first value, in words: it tells nothing, or the opposite, unless that is above 0.
 *
 * @param base The first value.
 * @returns What was expected; `undefined` if the value is above 0.
 */
export function growthBaseProblem(base: Exact): string | undefined {
  return base.compare(0) > 0 ? undefined : "expected a first value above 0";
}
