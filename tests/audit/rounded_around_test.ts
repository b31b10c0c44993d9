import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { roundedAround, roundsTo, unitsOf } from "../../lib/audit/rounded_around.ts";
import { exact } from "../../lib/numbers/exact.ts";
import { contains } from "../../lib/numbers/interval.ts";
import { roundingInterval } from "../../lib/numbers/rounding.ts";
import { decimals, mode } from "../numbers/arbitraries.ts";

const units = fc.integer({ min: -2000, max: 2000 });

Deno.test("a number reaches as far as roundingInterval says, for every way of rounding", () => {
  fc.assert(fc.property(units, decimals, mode, (units, decimals, mode) => {
    const value = exact(units).div(10 ** decimals);
    const written = JSON.stringify(roundedAround({ units, decimals }, mode), stringify);
    assertEquals(written, JSON.stringify(roundingInterval(value, { decimals, mode }), stringify));
  }));
});

Deno.test("a quotient rounds to a print just when it lies in the print's interval", () => {
  const divisor = fc.integer({ min: 1, max: 50 }), excess = fc.integer({ min: -60, max: 60 });
  fc.assert(
    fc.property(units, divisor, excess, mode, (units, divisor, excess, mode) => {
      const quotient = exact(units).add(exact(excess).div(divisor));
      const print = { units, decimals: 0 };
      const expected = contains(roundedAround(print, mode), quotient);
      assertEquals(roundsTo(print, { excess, divisor }, mode), expected);
    }),
    { numRuns: 3000 },
  );
});

Deno.test("units are given only where a float holds them for certain", () => {
  assertEquals(unitsOf(37.7, 1), { units: 377, decimals: 1 });
  assertEquals(unitsOf(-0.038, 3), { units: -38, decimals: 3 });
  assertEquals(unitsOf(37.75, 1), null);
  assertEquals(unitsOf(1e16, 0), null);
  assertEquals(unitsOf(1, 20), null);
});

function stringify(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
