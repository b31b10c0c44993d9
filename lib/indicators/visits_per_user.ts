import { type Amount, type Derived, quotient } from "./derived.ts";

/** What visitsPerUser is computed from. */
export interface VisitsPerUserInputs {
  readonly visits: Amount;
  readonly users: Amount;
}

/**
 * Visits per user (посещаемость).
 *
 * Visits of the year divided by the users of the year. Whether events and the web are counted is the observation's definition.
 *
 * @param inputs Numerator `visits` and denominator `users`, as observations or numbers.
 * @returns The indicator in visits per user, with doubts about its inputs.
 * @throws {RangeError} If `users` is 0, or an observation is of something else, as when the two are swapped.
 *
 * @example
 * ```ts
 * import { visitsPerUser } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(visitsPerUser({ visits: 2_188_449, users: 267_826 }).value.toFixed(2), "8.17");
 * ```
 */
export function visitsPerUser({ visits, users }: VisitsPerUserInputs): Derived {
  return quotient({
    numerator: { visits },
    denominator: { users },
    indicator: "visitsPerUser",
    unit: "visits per user",
    samePopulation: true,
    sameScope: true,
  });
}
