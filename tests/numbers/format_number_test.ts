import { assert, assertEquals } from "@std/assert";
import type { NumberFormat } from "../../lib/model/edition.ts";
import { exact } from "../../lib/numbers/exact.ts";
import {
  decimalsIn,
  decimalString,
  formatNumber,
  shownDecimals,
} from "../../lib/numbers/format_number.ts";
import { readPrinted, russianNumbers } from "../../lib/numbers/read_printed.ts";
import { decimals, rational, rounded } from "./arbitraries.ts";
import { decimalsBeside } from "../../lib/numbers/interval_text.ts";
import { between, contains, point } from "../../lib/numbers/interval.ts";
import { roundingInterval } from "../../lib/numbers/rounding.ts";

import fc from "fast-check";

const english: NumberFormat = { decimal: ["."], group: [","], minus: ["\u2212"], plus: ["+"] };
const formats = { ru: russianNumbers, en: english } as const;

Deno.test("formatNumber writes Russian with no-break spaces, a comma and a true minus", () => {
  assertEquals(formatNumber(-1234567.5), "\u22121\u00a0234\u00a0567,5");
  assertEquals(formatNumber(1234), "1\u00a0234");
});

Deno.test("formatNumber writes English with commas and a dot", () => {
  assertEquals(formatNumber(1234567.5, { language: "en" }), "1,234,567.5");
});

Deno.test("formatNumber cuts to the decimals that it is asked for, and adds no zeros to what has fewer", () => {
  assertEquals(formatNumber(5, { decimals: 2 }), "5");
  assertEquals(formatNumber(5.2, { decimals: 2 }), "5,2");
  assertEquals(formatNumber(4.698, { decimals: 2 }), "4,70");
  assertEquals(formatNumber(exact("2/3"), { decimals: 2 }), "0,67");
  assertEquals(formatNumber(exact("52/10"), { decimals: 2 }), "5,2");
});

Deno.test("formatNumber shows two decimals, or two digits that count, by default", () => {
  const shown = [21.2725, 0.038, 0.00456, 1e-7, exact("1/3"), exact("-1/300"), 12.5, 7];
  assertEquals(
    shown.map((value) => formatNumber(value, { language: "en" })),
    ["21.27", "0.038", "0.0046", "0.0000001", "0.33", "\u22120.0033", "12.5", "7"],
  );
});

Deno.test("formatNumber rounds a half away from zero, float and fraction alike", () => {
  for (const value of ["1.005", "0.285", "10.075", "-1.005", "2.675", "1.115"]) {
    const style = { decimals: 2 };
    assertEquals(formatNumber(Number(value), style), formatNumber(exact(value), style));
  }
  assertEquals(formatNumber(1.115, { decimals: 2, language: "en" }), "1.12");
});

Deno.test("formatNumber signs changes, but not zero", () => {
  assertEquals(formatNumber(70, { signed: true }), "+70");
  assertEquals(formatNumber(0, { signed: true }), "0");
  assertEquals(formatNumber(-0.4, { decimals: 0 }), "0");
});

Deno.test("formatNumber writes every digit of an exact number that no float holds", () => {
  const large = exact("9007199254740993.5");
  assertEquals(formatNumber(large, { language: "en" }), "9,007,199,254,740,993.5");
});

Deno.test("what formatNumber writes, readPrinted reads as the number rounded to the decimals written", () => {
  const style = fc.record({
    language: fc.constantFrom("ru" as const, "en" as const),
    signed: fc.boolean(),
  });
  fc.assert(fc.property(rational, decimals, style, (value, places, { language, signed }) => {
    const printed = formatNumber(value, { language, signed, decimals: places });
    const read = readPrinted(printed, formats[language]);
    assert(read.form === "number" && read.decimals <= places);
    assert(read.value.equals(rounded(value, places, "half-up")), printed);
  }));
});

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
