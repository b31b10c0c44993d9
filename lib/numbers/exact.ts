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
  if (typeof value !== "number") return new Fraction(value);
  const [decimal, exponent = "0"] = String(value).split("e");
  const scale = new Fraction(10n ** BigInt(Math.abs(Number(exponent))));
  return Number(exponent) < 0 ? new Fraction(decimal).div(scale) : new Fraction(decimal).mul(scale);
}
