import type { Exact } from "../model/interval.ts";
import { decimalsIn } from "./digits.ts";

/**
 * An exact number as a plain decimal with a dot, for machines.
 *
 * @param value The number.
 * @param places Most decimals to write; further ones are rounded, half away from zero.
 * @returns Such as `-3.5`; never an exponent, no zeros at the end.
 *
 * @example
 * ```ts
 * import { decimalString, exact } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(decimalString(exact("-1/8"), 2), "-0.13");
 * ```
 */
export function decimalString(value: Exact, places = 6): string {
  const size = value.abs().round(places);
  return (value.compare(0) < 0 ? size.neg() : size).toString(Math.max(places, 1));
}

/**
 * An exact number as a decimal with all its places, or as a fraction where none is finite: 2.5 or 5/3.
 *
 * @param value The number.
 */
export function exactString(value: Exact): string {
  const decimals = decimalsIn(value);
  return decimals === Infinity ? value.toFraction() : decimalString(value, decimals);
}
