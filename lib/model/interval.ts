import type Fraction from "fraction.js";

/** An exact rational number. */
export type Exact = Fraction;

/** All numbers between two ends, each of which belongs to it or not; `null` is no limit. */
export interface Interval {
  readonly low: Exact | null;
  readonly high: Exact | null;
  readonly includesLow: boolean;
  readonly includesHigh: boolean;
}
