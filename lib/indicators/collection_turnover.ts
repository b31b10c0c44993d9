import { type Amount, type Derived, quotient } from "./derived.ts";

/** What collectionTurnover is computed from. */
export interface CollectionTurnoverInputs {
  readonly loans: Amount;
  readonly stock: Amount;
}

/**
 * Collection turnover (обращаемость).
 *
 * Loans of the year divided by the stock at its end, as in ISO 11620.
 *
 * @param inputs Numerator `loans` and denominator `stock`, as observations or numbers.
 * @returns The indicator in loans per item, with doubts about its inputs.
 * @throws {RangeError} If `stock` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { collectionTurnover } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(collectionTurnover({ loans: 5_697_294, stock: 2_424_759 }).value.toFixed(2), "2.35");
 * ```
 */
export function collectionTurnover({ loans, stock }: CollectionTurnoverInputs): Derived {
  return quotient({
    numerator: { loans },
    denominator: { stock },
    indicator: "collectionTurnover",
    unit: "loans per item",
    sameScope: true,
  });
}
