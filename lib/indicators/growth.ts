import { type Amount, amountOf, type Derived, quotient } from "./derived.ts";
import { exact } from "../numbers/exact.ts";
import { point } from "../numbers/interval.ts";
import { subtractIntervals } from "../numbers/interval_arithmetic.ts";

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
 * @throws {RangeError} If `from` is 0.
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
  const ratio = quotient({
    numerator: to,
    denominator: from,
    indicator: "growth",
    unit: "%",
    factor: 100,
    samePopulation: true,
    sameScope: true,
  });
  const [before, after] = [from, to].map((amount) =>
    amountOf(amount, { of: "growth", as: "year" })
  );
  const interval = subtractIntervals(ratio.interval, point(exact(100)));
  const sameYear = (issue: string) => !issue.startsWith("period");
  return {
    ...ratio,
    interval,
    value: 100 * (after - before) / before,
    issues: ratio.issues.filter(sameYear),
  };
}
