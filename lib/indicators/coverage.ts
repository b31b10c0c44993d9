import { type Amount, type Derived, quotient } from "./derived.ts";

/** What coverage is computed from. */
export interface CoverageInputs {
  readonly users: Amount;
  readonly residents: Amount;
}

/**
 * Coverage (охват обслуживанием).
 *
 * Users per hundred residents; both must have one age band.
 *
 * @param inputs Numerator `users` and denominator `residents`, as observations or numbers.
 * @returns The indicator in per cent, with doubts about its inputs.
 * @throws {RangeError} If `residents` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { coverage } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(coverage({ users: 364_347, residents: 519_716 }).value.toFixed(1), "70.1");
 * ```
 */
export function coverage({ users, residents }: CoverageInputs): Derived {
  return quotient({
    numerator: { users },
    denominator: { residents },
    indicator: "coverage",
    unit: "%",
    factor: 100,
    samePopulation: true,
  });
}
