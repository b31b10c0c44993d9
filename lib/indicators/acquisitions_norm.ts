import { exact } from "../numbers/exact.ts";
import { type Amount, baseAmount } from "./derived.ts";

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
