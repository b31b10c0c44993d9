import type { Claim } from "../model/claim.ts";
import type { Erratum } from "../model/claim.ts";
import type { Exact, Interval } from "../model/interval.ts";
import { comparisonKinds } from "../model/relation_shapes.ts";
import type { RoundingMode, UnitSign, Verdict, VerdictHow, VerdictKind } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { gap } from "../numbers/interval.ts";
import { unitScale, unitSign } from "../numbers/unit_scale.ts";
import type { Comparison } from "./comparison.ts";
import { scaleInterval } from "./open_ended.ts";
import { inOwnUnit, type Quantity } from "./quantities.ts";

const zero = exact(0);

/** A verdict on a claim whose values are all printed; its numbers are made when they are read. */
export class JudgedClaim implements Verdict {
  readonly kind: VerdictKind;
  readonly how: VerdictHow | null;
  readonly printed: string;
  readonly sign: UnitSign;
  readonly #found: Comparison;
  readonly #result: Quantity;
  readonly #unit: string;

  constructor(
    readonly claim: Claim,
    { result, found, unit }: {
      readonly result: Quantity;
      readonly found: Comparison;
      /** The unit in which what is compared is shown. */
      readonly unit: string;
    },
    readonly lines: readonly number[],
    readonly erratum: Erratum | null = null,
  ) {
    this.how = howOf(found, this.#isEquality);
    this.kind = this.how === null ? "contradicts" : this.#isEquality ? "agrees" : "holds";
    this.printed = result.printed;
    this.#found = found;
    this.#result = result;
    this.#unit = unit;
    this.sign = unitSign(unit);
  }

  /** The same verdict, declared by an erratum. */
  declaredBy(erratum: Erratum): JudgedClaim {
    return new JudgedClaim(
      this.claim,
      { result: this.#result, found: this.#found, unit: this.#unit },
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
    return this.#found.computed && this.#shown(this.#found.computed);
  }

  get computedInterval(): Interval {
    return this.#shownInterval(this.#found.computedInterval);
  }

  get printedInterval(): Interval {
    if (this.#isEquality) return this.allowedInterval;
    return inOwnUnit(this.#result);
  }

  get allowedInterval(): Interval {
    return this.#shownInterval(this.#found.allowed);
  }

  get difference(): Exact | null {
    const { computed } = this.#found, { value } = this.#result;
    if (!this.#isEquality || computed === null || value === null) return null;
    return this.#found.isEqual ? zero : this.#shown(value.sub(computed));
  }

  get slack(): Exact {
    if (this.#found.fitsHalfUp) return zero;
    const judged = this.claim.kind === "bound" ? this.printedInterval : this.computedInterval;
    return gap(judged, this.allowedInterval);
  }

  #shown(value: Exact): Exact {
    return value.div(unitScale(this.#unit).scale);
  }

  #shownInterval(interval: Interval): Interval {
    return scaleInterval(interval, unitScale(this.#unit).scale.inverse());
  }
}

/** How a comparison comes out; `null` where the two do not meet under any way of rounding. */
function howOf(found: Comparison, isEquality: boolean): VerdictHow | null {
  if (!found.fitsHalfUp && found.modes.length === 0) return null;
  if (!isEquality) return found.isCertain ? "certain" : "possible";
  if (!found.fitsHalfUp) return "other-rounding";
  return found.isEqual ? "exact" : "within-rounding";
}
