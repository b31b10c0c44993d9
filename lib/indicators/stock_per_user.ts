import { type Amount, type Derived, quotient } from "./derived.ts";

/** What stockPerUser is computed from. */
export interface StockPerUserInputs {
  readonly stock: Amount;
  readonly users: Amount;
}

/**
 * Stock per user (книгообеспеченность на одного читателя).
 *
 * Stock at the end of the year divided by the users of the year.
 *
 * @param inputs Numerator `stock` and denominator `users`, as observations or numbers.
 * @returns The indicator in items per user, with doubts about its inputs.
 * @throws {RangeError} If `users` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { stockPerUser } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(stockPerUser({ stock: 2_424_759, users: 267_826 }).value.toFixed(2), "9.05");
 * ```
 */
export function stockPerUser({ stock, users }: StockPerUserInputs): Derived {
  return quotient({
    numerator: { stock },
    denominator: { users },
    indicator: "stockPerUser",
    unit: "items per user",
    samePopulation: true,
    sameScope: true,
  });
}
