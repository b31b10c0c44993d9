import type { Label } from "../model/label.ts";
import { type Amount, baseAmount, type Derived, quotient } from "./derived.ts";
import { exact } from "../numbers/exact.ts";
import { growthBaseProblem } from "../numbers/exact.ts";
import { point } from "../numbers/interval.ts";
import { subtractIntervals } from "../numbers/interval.ts";
import { UsageError } from "../errors/usage_error.ts";

/** What growth is computed from. */
export interface GrowthInputs {
  readonly from: Amount;
  readonly to: Amount;
}

/**
 * Growth in per cent (темп прироста).
 *
 * The change from the first value to the second, per hundred of the first.
 *
 * @param inputs The earlier value `from` and the later value `to`.
 * @returns The growth in per cent, negative for a decrease.
 * @throws {RangeError} If `from` is not above 0: from a loss or from nothing no growth can be told; or if the two are in different units.
 *
 * @example
 * ```ts
 * import { growth } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(growth({ from: 268_283, to: 267_826 }).value.toFixed(2), "-0.17");
 * ```
 */
export function growth({ from, to }: GrowthInputs): Derived {
  const base = baseAmount(from, { of: "growth", as: "from" });
  const problem = growthBaseProblem(base);
  if (problem) throw new UsageError(`Cannot compute growth: ${problem}, found ${base.valueOf()}`);
  const ratio = quotient({
    numerator: { to },
    denominator: { from },
    indicator: "growth",
    unit: "%",
    factor: 100,
    samePopulation: true,
    sameScope: true,
  });
  const interval = subtractIntervals(ratio.interval, point(exact(100)));
  const sameYear = ({ en }: Label) => !en.startsWith("period");
  return {
    ...ratio,
    interval,
    value: interval.low?.valueOf() ?? NaN,
    issues: ratio.issues.filter(sameYear),
  };
}
