import Fraction from "fraction.js";
import type { Exact } from "../model/interval.ts";

/**
 * An exact rational number from a decimal string, an integer or a fraction string.
 *
 * A `number` is taken by its shortest decimal, so that `exact(0.1)` is one tenth.
 *
 * @param value A decimal such as `"37.7"` or `37.7`, or a fraction such as `"1/3"`.
 * @returns The exact number.
 * @throws {Error} If it is no finite number.
 *
 * @example
 * ```ts
 * import { exact } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(exact("0.1").add(exact("0.2")).equals(exact("0.3")), true);
 * ```
 */
export function exact(value: string | number | bigint): Exact {
  if (typeof value !== "number" || Number.isSafeInteger(value)) return new Fraction(value);
  const [decimal, exponent = "0"] = String(value).split("e");
  const parsed = new Fraction(decimal);
  return exponent === "0" ? parsed : parsed.mul(new Fraction(10).pow(Number(exponent)));
}

/** Whether a number is a whole one. */
export function isWhole(value: Exact): boolean {
  return value.d === 1n;
}

/** Whether a number is above 0 (1), below (-1) or 0: quicker than a comparison of two fractions. */
export function signOf(value: Exact): number {
  return value.n === 0n ? 0 : Number(value.s);
}

/**
 * Why no growth can be counted from a first value, in words: it tells nothing, or the opposite, unless that is above 0.
 *
 * @param base The first value.
 * @returns What was expected; `undefined` if the value is above 0.
 */
export function growthBaseProblem(base: Exact): string | undefined {
  return base.compare(0) > 0 ? undefined : "expected a first value above 0";
}
