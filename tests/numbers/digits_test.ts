import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { decimalsBeside } from "../../lib/numbers/interval_text.ts";
import { decimalsIn, decimalString, shownDecimals } from "../../lib/numbers/digits.ts";
import { exact } from "../../lib/numbers/exact.ts";
import { between, contains, point } from "../../lib/numbers/interval.ts";
import { roundingInterval } from "../../lib/numbers/rounding.ts";
import { decimals, rational, rounded } from "./arbitraries.ts";

Deno.test("decimalsIn counts the decimals of floats and fractions", () => {
  assertEquals([5, 0.25, 1e-7, 2.5e-7, 1e21].map(decimalsIn), [0, 2, 7, 8, 0]);
  assertEquals(["7", "1/8", "-3/20", "1/3", "1/6"].map((value) => decimalsIn(exact(value))), [
    0,
    3,
    2,
    Infinity,
    Infinity,
  ]);
});

Deno.test("shownDecimals never shows fewer than two digits that count, if there are so many", () => {
  assertEquals([0.5, 0.05, 0.0512, 123.456, 0].map(shownDecimals), [1, 2, 3, 2, 0]);
});

Deno.test("a number beside a print is shown on the side of the print where it lies", () => {
  const print = roundingInterval(exact("12.4"), { decimals: 1 });
  const places = (value: string) => decimalsBeside(exact(value), print);
  assertEquals(places("12.4489"), 3);
  assertEquals(places("12.44996"), 5);
  assertEquals(places("12.42"), 2);
  assertEquals(places("12.4"), 1);
  assertEquals(decimalsBeside(exact("400/3"), point(exact(133))), 2);
});

Deno.test("rounding to the decimals told never moves a number across an end of what it is compared with", () => {
  fc.assert(fc.property(rational, rational, rational, (value, a, b) => {
    const [low, high] = a.compare(b) < 0 ? [a, b] : [b, a];
    const compared = between(low, high);
    const places = decimalsBeside(value, compared);
    if (places === Infinity || places >= 12) return;
    assertEquals(contains(compared, value.round(places)), contains(compared, value));
  }));
});

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
