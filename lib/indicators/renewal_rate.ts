import { type Amount, type Derived, quotient } from "./derived.ts";

/** What renewalRate is computed from. */
export interface RenewalRateInputs {
  readonly acquisitions: Amount;
  readonly stock: Amount;
}

/**
 * Renewal rate (обновляемость).
 *
 * Items acquired in the year per hundred items of stock at its end.
 *
 * @param inputs Numerator `acquisitions` and denominator `stock`, as observations or numbers.
 * @returns The indicator in per cent, with doubts about its inputs.
 * @throws {RangeError} If `stock` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { renewalRate } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(renewalRate({ acquisitions: 70_032, stock: 2_424_759 }).value.toFixed(2), "2.89");
 * ```
 */
export function renewalRate({ acquisitions, stock }: RenewalRateInputs): Derived {
  return quotient({
    numerator: { acquisitions },
    denominator: { stock },
    indicator: "renewalRate",
    unit: "%",
    factor: 100,
    sameScope: true,
  });
}
