import type Fraction from "fraction.js";

/** An exact rational number. */
export type Exact = Fraction;

/** All numbers between two ends, each of which belongs to it or not; `null` is no limit. */
export interface Interval {
  /** The lower end; `null` for no limit. */
  readonly low: Exact | null;
  /** The upper end; `null` for no limit. */
  readonly high: Exact | null;
  /** Whether the lower end belongs to it. */
  readonly includesLow: boolean;
  /** Whether the upper end belongs to it. */
  readonly includesHigh: boolean;
}
