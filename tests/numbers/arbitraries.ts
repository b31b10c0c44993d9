import fc from "fast-check";
import { exact } from "../../lib/numbers/exact.ts";
import type { Exact, Interval } from "../../lib/model/interval.ts";
import { type RoundingMode, roundingModes } from "../../lib/model/verdict.ts";

/** How many decimals a number is printed with. */
export const decimals = fc.integer({ min: 0, max: 4 });

/** A way of rounding. */
export const mode: fc.Arbitrary<RoundingMode> = fc.constantFrom(...roundingModes);

/** A rational number, often a decimal, with many at and around halves. */
export const rational: fc.Arbitrary<Exact> = fc.oneof(
  fc.tuple(fc.bigInt(-1_000_000_000n, 1_000_000_000n), fc.bigInt(1n, 10_000n))
    .map(([numerator, denominator]) => exact(`${numerator}/${denominator}`)),
  fc.tuple(fc.bigInt(-2000n, 2000n), fc.constantFrom(1n, 2n, 20n, 200n, 2000n))
    .map(([numerator, denominator]) => exact(`${numerator}/${denominator}`)),
);

/** An interval with both ends, and a number that lies in it. */
export const populated: fc.Arbitrary<{ interval: Interval; member: Exact }> = fc.record({
  a: fc.bigInt(-1000n, 1000n),
  width: fc.bigInt(0n, 100n),
  steps: fc.integer({ min: 0, max: 10 }),
  includesLow: fc.boolean(),
  includesHigh: fc.boolean(),
}).map(({ a, width, steps, includesLow, includesHigh }) => {
  const low = exact(a).div(10), high = low.add(exact(width).div(10));
  const closed = low.equals(high);
  const interval = {
    low,
    high,
    includesLow: includesLow || closed,
    includesHigh: includesHigh || closed,
  };
  const atLow = steps === 0 && !interval.includesLow;
  const atHigh = steps === 10 && !interval.includesHigh;
  const part = exact(atLow ? "1/3" : atHigh ? "2/3" : `${steps}/10`);
  return { interval, member: low.add(high.sub(low).mul(part)) };
});

/** Rounds a number to decimals: the plain definition on integers, to hold the library against. */
export function rounded(value: Exact, places: number, by: RoundingMode): Exact {
  const [size, below] = value.abs().toLowestTerms();
  const scaled = size * 10n ** BigInt(places);
  const floor = scaled / below, rest = 2n * (scaled % below);
  const up = by === "up"
    ? rest > 0n
    : by === "down"
    ? false
    : by === "half-up"
    ? rest >= below
    : by === "half-down"
    ? rest > below
    : rest > below || (rest === below && floor % 2n === 1n);
  const units = (up ? floor + 1n : floor) * BigInt(value.sign);
  return exact(units).div(exact(10n ** BigInt(places)));
}
