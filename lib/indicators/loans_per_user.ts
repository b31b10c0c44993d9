import { type Amount, type Derived, quotient } from "./derived.ts";

/** What loansPerUser is computed from. */
export interface LoansPerUserInputs {
  readonly loans: Amount;
  readonly users: Amount;
}

/**
 * Loans per user (читаемость).
 *
 * Loans of the year divided by the users of the year. ISO 11620 divides loans per capita by population: that is another quantity.
 *
 * @param inputs Numerator `loans` and denominator `users`, as observations or numbers.
 * @returns The indicator in loans per user, with doubts about its inputs.
 * @throws {RangeError} If `users` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { loansPerUser } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(loansPerUser({ loans: 5_697_294, users: 267_826 }).value.toFixed(2), "21.27");
 * ```
 */
export function loansPerUser({ loans, users }: LoansPerUserInputs): Derived {
  return quotient({
    numerator: { loans },
    denominator: { users },
    indicator: "loansPerUser",
    unit: "loans per user",
    samePopulation: true,
    sameScope: true,
  });
}
