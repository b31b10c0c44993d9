import type { Exact, Interval } from "../model/interval.ts";
import type { RoundingMode } from "../model/verdict.ts";
import { exact } from "./exact.ts";

/** How a number was rounded. */
export interface RoundingOptions {
  /** Decimals that are printed; below 0 where the number is rounded to tens, hundreds and so on: −3 for thousands. */
  readonly decimals: number;
  /** The way of rounding, away from zero at a half unless told. */
  readonly mode?: RoundingMode;
}

/**
 * The step between numbers of so many decimals: 0.1 for 1, 1000 for −3.
 *
 * @param decimals How many decimals; below 0 for tens, hundreds and so on.
 */
export function lastPlace(decimals: number): Exact {
  const power = exact(10n ** BigInt(Math.abs(decimals)));
  return decimals < 0 ? power : power.inverse();
}

/**
 * To how many decimals a number was rounded, if its zeros at the end count nothing: −2 for 300, 0 for 1234.
 *
 * @param value The number.
 * @param decimals How many decimals are printed; those of 0 remain.
 */
export function significantDecimals(value: Exact, decimals: number): number {
  if (value.equals(0)) return decimals;
  let places = decimals;
  while (value.div(lastPlace(places - 1)).d === 1n) places--;
  return places;
}

/**
 * Every number that is printed as `printed` when rounded in the given way.
 *
 * `37,7` stands for all numbers from 37.65 up to, but not including, 37.75.
 *
 * @param printed The printed value.
 * @param options Decimals printed, and the way of rounding.
 * @returns The interval of the numbers that are printed so.
 *
 * @example
 * ```ts
 * import { exact, roundingInterval } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const interval = roundingInterval(exact("37.7"), { decimals: 1 });
 * assertEquals(interval.low?.equals(exact("37.65")), true);
 * assertEquals(interval.high?.equals(exact("37.75")), true);
 * assertEquals(interval.includesHigh, false);
 * ```
 */
export function roundingInterval(printed: Exact, options: RoundingOptions): Interval {
  const { decimals, mode = "half-up" } = options;
  const unit = lastPlace(decimals);
  const sign = printed.compare(0) < 0 ? -1 : 1;
  const away = reach(mode, printed.div(unit).mod(2).equals(0));
  const size = printed.abs();
  const near = { value: size.sub(unit.mul(away.toZero)), included: away.includesToZero };
  const far = { value: size.add(unit.mul(away.fromZero)), included: away.includesFromZero };
  const ends = size.equals(0)
    ? [{ value: far.value.neg(), included: far.included }, far]
    : [near, far];
  const [low, high] = sign > 0 ? ends : [ends[1], ends[0]];
  return {
    low: low.value.mul(sign),
    high: high.value.mul(sign),
    includesLow: low.included,
    includesHigh: high.included,
  };
}

interface Reach {
  readonly toZero: Exact;
  readonly fromZero: Exact;
  readonly includesToZero: boolean;
  readonly includesFromZero: boolean;
}

const half = exact("1/2"), whole = exact(1), nothing = exact(0);

function reach(mode: RoundingMode, even: boolean): Reach {
  switch (mode) {
    case "half-up":
      return { toZero: half, fromZero: half, includesToZero: true, includesFromZero: false };
    case "half-down":
      return { toZero: half, fromZero: half, includesToZero: false, includesFromZero: true };
    case "half-even":
      return { toZero: half, fromZero: half, includesToZero: even, includesFromZero: even };
    case "down":
      return { toZero: nothing, fromZero: whole, includesToZero: true, includesFromZero: false };
    case "up":
      return { toZero: whole, fromZero: nothing, includesToZero: false, includesFromZero: true };
  }
}
