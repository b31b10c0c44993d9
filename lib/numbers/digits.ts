import type { Exact } from "../model/interval.ts";

/**
 * How many decimals a number has: 2 for 5.25, none for a whole one, infinitely many for a third.
 *
 * @param value The number; a float by its shortest decimal.
 */
export function decimalsIn(value: number | Exact): number {
  if (typeof value === "number") {
    const [digits, exponent = "0"] = String(value).split("e");
    return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
  }
  let rest = value.toLowestTerms()[1];
  const times = [2n, 5n].map((factor) => {
    let count = 0;
    for (; rest % factor === 0n; count++) rest /= factor;
    return count;
  });
  return rest === 1n ? Math.max(...times) : Infinity;
}

/**
 * With how many decimals a number is shown that stands alone: two, more if it takes more to show two digits that
 * count, and never more than it has.
 *
 * @param value The number.
 * @returns Such as 2 for 21.2725, 3 for 0.0384 and 0 for 5.
 *
 * @example
 * ```ts
 * import { shownDecimals } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([21.2725, 5.2, 0.0384, 5].map(shownDecimals), [2, 1, 3, 0]);
 * ```
 */
export function shownDecimals(value: number | Exact): number {
  const size = Math.abs(value.valueOf());
  const least = size > 0 && size < 1 ? 1 - Math.floor(Math.log10(size)) : 0;
  return Math.min(decimalsIn(value), Math.max(2, least));
}

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
