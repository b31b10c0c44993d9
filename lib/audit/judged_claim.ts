import type { Claim } from "../model/claim.ts";
import type { Erratum } from "../model/erratum.ts";
import type { Exact, Interval } from "../model/interval.ts";
import { comparisonKinds } from "../model/relation_shapes.ts";
import type { RoundingMode, Verdict, VerdictHow, VerdictKind } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { gap } from "../numbers/interval.ts";
import type { Comparison } from "./comparison.ts";
import type { Quantity } from "./quantities.ts";

const zero = exact(0);

/** A verdict on a claim whose values are all printed; its numbers are made when they are read. */
export class JudgedClaim implements Verdict {
  readonly kind: VerdictKind;
  readonly how: VerdictHow | null;
  readonly printed: string;
  readonly #found: Comparison;
  readonly #result: Quantity;

  constructor(
    readonly claim: Claim,
    { result, found }: { readonly result: Quantity; readonly found: Comparison },
    readonly lines: readonly number[],
    readonly erratum: Erratum | null = null,
  ) {
    this.how = howOf(found, this.#isEquality);
    this.kind = this.how === null ? "contradicts" : this.#isEquality ? "agrees" : "holds";
    this.printed = result.printed;
    this.#found = found;
    this.#result = result;
  }

  /** The same verdict, declared by an erratum. */
  declaredBy(erratum: Erratum): JudgedClaim {
    return new JudgedClaim(
      this.claim,
      { result: this.#result, found: this.#found },
      this.lines,
      erratum,
    );
  }

  get #isEquality(): boolean {
    return !comparisonKinds.has(this.claim.kind);
  }

  get roundingModes(): readonly RoundingMode[] {
    return this.#found.modes;
  }

  get computed(): Exact | null {
    return this.#found.computed;
  }

  get computedInterval(): Interval {
    return this.#found.computedInterval;
  }

  get printedInterval(): Interval {
    return this.#isEquality ? this.#found.allowed : this.#result.interval("half-up");
  }

  get allowedInterval(): Interval {
    return this.#found.allowed;
  }

  get difference(): Exact | null {
    const { computed } = this.#found, { value } = this.#result;
    if (!this.#isEquality || computed === null || value === null) return null;
    return this.#found.isEqual ? zero : value.sub(computed);
  }

  get slack(): Exact {
    if (this.#found.fitsHalfUp) return zero;
    const judged = this.claim.kind === "bound" ? this.printedInterval : this.computedInterval;
    return gap(judged, this.allowedInterval);
  }
}

/** How a comparison comes out; `null` where the two do not meet under any way of rounding. */
function howOf(found: Comparison, isEquality: boolean): VerdictHow | null {
  if (!found.fitsHalfUp && found.modes.length === 0) return null;
  if (!isEquality) return found.isCertain ? "certain" : "possible";
  if (!found.fitsHalfUp) return "other-rounding";
  return found.isEqual ? "exact" : "within-rounding";
}
