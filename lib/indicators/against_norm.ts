import type { Norm } from "../model/observation.ts";
import { UsageError } from "../errors/usage_error.ts";
import { type Amount, amountOf } from "./derived.ts";

/** Where a value lies against a recommended range. */
export interface AgainstNorm {
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
