import { assert, assertThrows } from "@std/assert";
import { exact } from "../../lib/numbers/exact.ts";

Deno.test("exact takes a number by its shortest decimal", () => {
  assert(exact(0.1).equals(exact("1/10")));
  assert(exact(37.7).equals(exact("377/10")));
});

Deno.test("exact reads numbers that JavaScript writes with an exponent", () => {
  assert(exact(1e-7).equals(exact("0.0000001")));
  assert(exact(-2.5e-9).equals(exact("-0.0000000025")));
  assert(exact(1e21).equals(exact("1000000000000000000000")));
});

Deno.test("exact refuses what is no number", () => {
  for (const value of [NaN, Infinity, "", "1e5", "12,5"]) assertThrows(() => exact(value));
});
