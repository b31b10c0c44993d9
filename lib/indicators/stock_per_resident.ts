import { type Amount, type Derived, quotient } from "./derived.ts";

/** What stockPerResident is computed from. */
export interface StockPerResidentInputs {
  readonly stock: Amount;
  readonly residents: Amount;
}

/**
 * Stock per resident (книгообеспеченность на одного жителя).
 *
 * Stock at the end of the year divided by the residents whom it is meant for.
 *
 * @param inputs Numerator `stock` and denominator `residents`, as observations or numbers.
 * @returns The indicator in items per resident, with doubts about its inputs.
 * @throws {RangeError} If `residents` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { stockPerResident } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(stockPerResident({ stock: 2_424_759, residents: 519_716 }).value.toFixed(2), "4.67");
 * ```
 */
export function stockPerResident({ stock, residents }: StockPerResidentInputs): Derived {
  return quotient({
    numerator: { stock },
    denominator: { residents },
    indicator: "stockPerResident",
    unit: "items per resident",
    samePopulation: true,
  });
}
