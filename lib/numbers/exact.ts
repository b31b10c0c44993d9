import { UsageError } from "../errors/usage_error.ts";
import { Exact } from "../model/interval.ts";

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
  if (typeof value === "bigint" || Number.isSafeInteger(value)) return new Exact(BigInt(value));
  // A float of four decimals at most, as most are, needs no text.
  const units = Math.round(Number(value) * 1e4);
  if (units / 1e4 === value && Math.abs(units) < 1e15) return new Exact(BigInt(units), 10_000n);
  const [text, exponent = "0"] = typeof value === "number" ? String(value).split("e") : [value];
  const [, sign, whole, decimals = "", below = "1"] = numeral.exec(text) ?? [];
  if (whole === undefined || BigInt(below) === 0n) {
    throw new UsageError(
      `Cannot read a number: expected a decimal or a fraction, found "${value}"`,
    );
  }
  const places = decimals.length - Number(exponent), digits = BigInt(sign + whole + decimals);
  return places < 0
    ? new Exact(digits * 10n ** BigInt(-places))
    : new Exact(digits, 10n ** BigInt(places) * BigInt(below));
}

const numeral = /^([-+]?)(\d+)(?:\.(\d+)|\/(\d+))?$/;

/**
 * Why no growth can be counted from a first value, in words: it tells nothing, or the opposite, unless that is above 0.
 *
 * @param base The first value.
 * @returns What was expected; `undefined` if the value is above 0.
 */
export function growthBaseProblem(base: Exact): string | undefined {
  return base.compare(0) > 0 ? undefined : "expected a first value above 0";
}
