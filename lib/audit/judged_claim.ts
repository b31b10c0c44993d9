import type { Claim, ClaimKind } from "../model/claim.ts";
import type { Erratum } from "../model/erratum.ts";
import type { Exact, Interval } from "../model/interval.ts";
import type { RoundingMode, Verdict, VerdictKind } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { gap } from "../numbers/interval.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import type { Comparison } from "./comparison.ts";
import { scaleInterval } from "./open_ended.ts";
import type { Quantity } from "./quantities.ts";

/** Kinds that compare with a limit, instead of stating one printed number. */
const comparisons: ReadonlySet<ClaimKind> = new Set(["norm", "bound", "trend", "mean"]);
const zero = exact(0);

/** A verdict on a claim whose values are all printed; its numbers are made when they are read. */
export class JudgedClaim implements Verdict {
  readonly kind: VerdictKind;
  readonly printed: string;
  readonly #found: Comparison;
  readonly #result: Quantity;
  readonly #shownScale: Exact;

  constructor(
    readonly claim: Claim,
    { result, found, shownScale }: {
      readonly result: Quantity;
      readonly found: Comparison;
      /** How many of the base the unit is in which what is compared is shown. */
      readonly shownScale: Exact;
    },
    readonly lines: readonly number[],
    readonly erratum: Erratum | null = null,
  ) {
    this.kind = verdictKind(found, this.#isEquality);
    this.printed = result.printed;
    this.#found = found;
    this.#result = result;
    this.#shownScale = shownScale;
  }

  /** The same verdict, declared by an erratum. */
  declaredBy(erratum: Erratum): JudgedClaim {
    return new JudgedClaim(
      this.claim,
      { result: this.#result, found: this.#found, shownScale: this.#shownScale },
      this.lines,
      erratum,
    );
  }

  get #isEquality(): boolean {
    return !comparisons.has(this.claim.kind);
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
    const { scale } = unitScale(this.#result.unit);
    return scaleInterval(this.#result.interval("half-up"), scale.inverse());
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
    return value.div(this.#shownScale);
  }

  #shownInterval(interval: Interval): Interval {
    return scaleInterval(interval, this.#shownScale.inverse());
  }
}

function verdictKind(found: Comparison, isEquality: boolean): VerdictKind {
  if (!found.fitsHalfUp) return found.modes.length > 0 ? "other-rounding" : "inconsistent";
  return (isEquality ? found.isEqual : found.isCertain) ? "exact" : "within-rounding";
}
