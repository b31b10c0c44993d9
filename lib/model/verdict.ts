import type { Claim, Erratum } from "./claim.ts";
import type { Exact, Interval } from "./interval.ts";

/** What can be found about a claim or a finding, from agreement to what no number can judge. */
export const verdictKinds = [
  "agrees",
  "holds",
  "in-part",
  "contradicts",
  "stated",
  "base-missing",
  "not-for-numbers",
] as const;

/** What was found about a claim or a finding. */
export type VerdictKind = typeof verdictKinds[number];

/** How an equality agrees, and how a comparison holds: for every value that the print allows, or for some; the gravest last. */
export const verdictHows = [
  "exact",
  "certain",
  "within-rounding",
  "other-rounding",
  "possible",
] as const;

/** How an equality agrees or a comparison holds. */
export type VerdictHow = typeof verdictHows[number];

/** The ways of rounding that an audit tries. */
export const roundingModes = ["half-up", "half-even", "half-down", "down", "up"] as const;

/** A way of rounding a number to the decimals that are printed. */
export type RoundingMode = typeof roundingModes[number];

/** The sign that follows a number in hundredths or thousandths. */
export type UnitSign = "" | "%" | "\u2030";

/** What was found about a claim, with everything that the finding rests on. */
export interface Verdict {
  /** What was judged. */
  readonly claim: Claim;
  /** What was found. */
  readonly kind: VerdictKind;
  /** How it agrees or holds; `null` where it does neither. */
  readonly how: VerdictHow | null;
  /** The printed string that is judged. */
  readonly printed: string;
  /** The sign of the unit in which what is compared is shown: of the numbers and intervals below. */
  readonly sign: UnitSign;
  /** The value recomputed from the printed operands; `null` where it cannot be. */
  readonly computed: Exact | null;
  /** Every value that the operands allow, given how they were rounded. */
  readonly computedInterval: Interval | null;
  /** Every value that the printed string stands for. */
  readonly printedInterval: Interval | null;
  /**
   * Every value that the claim allows for what is compared: the print of an equality, the reach of a norm, a word or
   * the parts of a mean for the recomputed value, that of a bound for the print.
   */
  readonly allowedInterval: Interval | null;
  /** Printed minus recomputed; `null` where nothing is recomputed or there is no one printed value. */
  readonly difference: Exact | null;
  /** How far apart the two intervals are; 0 where they meet. */
  readonly slack: Exact | null;
  /** The ways of rounding under which recomputed and printed agree. */
  readonly roundingModes: readonly RoundingMode[];
  /** Lines of the source that the claim rests on, ascending. */
  readonly lines: readonly number[];
  /** The erratum that declares it with its reason, if it contradicts and an audit found one; else `null`. */
  readonly erratum: Erratum | null;
}
