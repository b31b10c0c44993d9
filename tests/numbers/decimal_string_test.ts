import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { decimalString } from "../../lib/numbers/decimal_string.ts";
import { exact } from "../../lib/numbers/exact.ts";
import { decimals, rational, rounded } from "./arbitraries.ts";

Deno.test("decimalString rounds halves away from zero on both sides", () => {
  assertEquals(decimalString(exact("0.25"), 1), "0.3");
  assertEquals(decimalString(exact("-0.25"), 1), "-0.3");
  assertEquals(decimalString(exact("-0.04"), 1), "0");
});

Deno.test("decimalString writes no exponent, no zeros at the end and every decimal asked for", () => {
  assertEquals(decimalString(exact(1e21)), "1000000000000000000000");
  assertEquals(decimalString(exact("2.500")), "2.5");
  assertEquals(decimalString(exact("0.12345678901234567891"), 20), "0.12345678901234567891");
  assertEquals(decimalString(exact("2/3")), "0.666667");
});

Deno.test("decimalString is the number rounded half away from zero", () => {
  fc.assert(fc.property(rational, decimals, (value, places) => {
    assert(exact(decimalString(value, places)).equals(rounded(value, places, "half-up")));
  }));
});
