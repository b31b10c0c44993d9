import { labelOf } from "../words/words.ts";
import { type Amount, type Derived, quotient } from "./derived.ts";

/** What share is computed from. */
export interface ShareInputs {
  readonly part: Amount;
  readonly whole: Amount;
}

/**
 * Share (доля).
 *
 * A part per hundred of its whole.
 *
 * @param inputs Numerator `part` and denominator `whole`, as observations or numbers.
 * @returns The indicator in per cent, with doubts about its inputs.
 * @throws {RangeError} If `whole` is 0, or the two are in different units.
 *
 * @example
 * ```ts
 * import { share } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(share({ part: 364_347, whole: 923_947 }).value.toFixed(2), "39.43");
 * ```
 */
export function share({ part, whole }: ShareInputs): Derived {
  const derived = quotient({
    numerator: { part },
    denominator: { whole },
    indicator: "share",
    unit: "%",
    factor: 100,
    sameScope: true,
  });
  if (derived.value <= 100) return derived;
  const issue = labelOf(({ phrases }) => phrases.partAboveWhole);
  return { ...derived, issues: [...derived.issues, issue] };
}
