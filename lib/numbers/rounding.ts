import type { Exact, Interval } from "../model/interval.ts";
import type { RoundingMode } from "../model/verdict.ts";
import { exact } from "./exact.ts";

/** How a number was rounded. */
export interface RoundingOptions {
  /** Decimals that are printed; below 0 where the number is rounded to tens, hundreds and so on: −3 for thousands. */
  readonly decimals: number;
  /** The way of rounding. @default Away from zero at a half. */
  readonly mode?: RoundingMode;
}

const two = exact(2);
const places = new Map(
  Array.from({ length: 19 }, (_, at) => [at - 6, exact(Number(`1e${6 - at}`))]),
);

/**
 * The step between numbers of so many decimals: 0.1 for 1, 1000 for −3.
 *
 * @param decimals How many decimals; below 0 for tens, hundreds and so on.
 */
export function lastPlace(decimals: number): Exact {
  return places.get(decimals) ?? exact(Number(`1e${-decimals}`));
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
  while (value.div(lastPlace(places - 1)).isWhole) places--;
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
  return intervalAround(printed, { step: lastPlace(decimals), mode });
}

/** Every number that is rounded to `printed` in steps of any size. */
export function intervalAround(
  printed: Exact,
  { step, mode }: { readonly step: Exact; readonly mode: RoundingMode },
): Interval {
  const isEven = mode === "half-even" && printed.div(step).div(2).isWhole;
  const isFull = mode === "down" || mode === "up", reach = isFull ? step : step.div(two);
  // Towards 0 and away from it: whether it reaches there, and whether that end is included.
  const inward = mode !== "down", outward = mode !== "up";
  const inwardIncluded = isEven || mode === "half-up" || !inward;
  const outwardIncluded = isEven || mode === "half-down" || !outward;
  const isAbove = printed.sign > 0, isBelow = printed.sign < 0;
  return {
    low: (isAbove ? inward : outward) ? printed.sub(reach) : printed,
    high: (isBelow ? inward : outward) ? printed.add(reach) : printed,
    includesLow: isAbove ? inwardIncluded : outwardIncluded,
    includesHigh: isBelow ? inwardIncluded : outwardIncluded,
  };
}
