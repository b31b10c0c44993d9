import type { Norm } from "../model/observation.ts";
import { UsageError } from "../errors/usage_error.ts";
import { exact } from "../numbers/exact.ts";
import { type Amount, amountOf, baseAmount } from "./amount.ts";

/** Where a value lies against a recommended range. */
export interface AgainstNorm {
  /** Where the value lies to what is recommended. */
  readonly position: "below" | "within" | "above";
  /** How much is missing to the low end, in the value's unit; 0 unless below. */
  readonly shortfall: number;
  /** The value per hundred of the low end; `null` if the norm has none. */
  readonly percentOfLow: number | null;
}

/**
 * Compares a value with a norm.
 *
 * @param value The value, in the norm's unit.
 * @param norm The recommended range.
 * @returns Where the value lies, and how much it lacks.
 * @throws {RangeError} If the norm has no limit.
 *
 * @example
 * ```ts
 * import { againstNorm } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { position, shortfall } = againstNorm(3, { low: 7, high: 9 });
 * assertEquals([position, shortfall], ["below", 4]);
 * ```
 */
export function againstNorm(value: Amount, norm: Pick<Norm, "low" | "high">): AgainstNorm {
  const { low = null, high = null } = norm;
  if (low === null && high === null) {
    throw new UsageError(
      `Cannot compute againstNorm: expected a norm with low or high, found ${JSON.stringify(norm)}`,
    );
  }
  const amount = amountOf(value, { of: "againstNorm", as: "value" });
  const below = low !== null && amount < low;
  const above = high !== null && amount > high;
  return {
    position: below ? "below" : above ? "above" : "within",
    shortfall: below ? low - amount : 0,
    percentOfLow: low ? 100 * amount / low : null,
  };
}

/**
 * Acquisitions that a guideline recommends for a year (норматив комплектования): a fixed number of items per loan.
 *
 * @param loans Loans of the year.
 * @param itemsPerLoan Items to acquire for each loan, such as the 0.038 of the guidelines for Russian children's libraries of 2009.
 * @returns Items a year, not rounded.
 *
 * @example
 * ```ts
 * import { acquisitionsNorm } from "report";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(acquisitionsNorm(5_697_294, 0.038), 216_497.172);
 * ```
 */
export function acquisitionsNorm(loans: Amount, itemsPerLoan: number): number {
  const amount = baseAmount(loans, { of: "acquisitionsNorm", as: "loans" });
  return amount.mul(exact(itemsPerLoan)).valueOf();
}
