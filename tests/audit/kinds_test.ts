import { assertEquals } from "@std/assert";
import { decimalString } from "../../lib/numbers/format_number.ts";
import type { VerdictHow } from "../../lib/model/verdict.ts";
import { type Stated, verdictOn } from "./small_report.ts";

type Case = readonly [
  behaviour: string,
  stated: Stated,
  prints: Readonly<Record<string, string>>,
  verdict: VerdictHow | "contradicts",
  computed: string | null,
];

const shares: Stated = { kind: "shares", operands: ["a", "b"] };
const stock: Stated = { kind: "roll-forward", operands: ["start", "in"], divisors: ["out"] };
const mean: Stated = { kind: "mean", operands: ["a", "b"] };
const meanOf: Stated = { ...mean, divisors: ["d"] };
const mixture: Stated = { kind: "mixture", operands: ["a", "b", "w"], rule: "by-divisor" };
const byNumerator: Stated = { ...mixture, rule: "by-numerator" };

const cases: Case[] = [
  ["shares that sum to 100", shares, { result: "~50", a: "~30", b: "~20" }, "exact", "50"],
  [
    "shares of thirds",
    shares,
    { result: "~33,3", a: "~33,3", b: "~33,3" },
    "within-rounding",
    "33.4",
  ],
  [
    "shares that no rounding makes 100",
    shares,
    { result: "~33,3", a: "~33,3", b: "~33,1" },
    "contradicts",
    "33.6",
  ],
  [
    "shares that were all cut off",
    shares,
    { result: "~33", a: "~33", b: "~32" },
    "other-rounding",
    "35",
  ],
  [
    "a stock rolled forward",
    stock,
    { result: "97", start: "90", in: "12", out: "5" },
    "exact",
    "97",
  ],
  [
    "a stock that what went out was added to",
    stock,
    { result: "107", start: "90", in: "12", out: "5" },
    "contradicts",
    "97",
  ],
  ["a mean between its parts", mean, { result: "4", a: "3", b: "5" }, "certain", "4"],
  ["a mean at a part", mean, { result: "3", a: "3", b: "5" }, "certain", "3"],
  ["a mean above its parts", mean, { result: "6", a: "3", b: "5" }, "contradicts", "6"],
  [
    "a mean that rounding may leave between its parts",
    mean,
    { result: "~5,0", a: "~3,0", b: "~5,0" },
    "possible",
    "5",
  ],
  [
    "a quotient between its parts",
    meanOf,
    { result: "40", a: "3", b: "5", d: "10" },
    "certain",
    "4",
  ],
  [
    "a quotient below its parts",
    meanOf,
    { result: "20", a: "3", b: "5", d: "10" },
    "contradicts",
    "2",
  ],
  [
    "a mean weighted by its divisors",
    mixture,
    { result: "~4,4", a: "5", b: "3", w: "70" },
    "exact",
    "4.4",
  ],
  [
    "a mean weighted the other way round",
    mixture,
    { result: "~3,6", a: "5", b: "3", w: "70" },
    "contradicts",
    "4.4",
  ],
  [
    "a mean weighted by its numerators",
    byNumerator,
    { result: "~4,2", a: "5", b: "3", w: "70" },
    "within-rounding",
    "4.166667",
  ],
];

for (const [behaviour, stated, prints, verdict, computed] of cases) {
  Deno.test(`${stated.kind}: ${behaviour} gives ${verdict}`, () => {
    const found = verdictOn(stated, { prints });
    assertEquals([found.how ?? found.kind, found.computed && decimalString(found.computed)], [
      verdict,
      computed,
    ]);
  });
}

Deno.test("a verdict keeps what a norm, a mean or a word allows beside what is recomputed", () => {
  const ends = (stated: Stated, prints: Readonly<Record<string, string>>) => {
    const { allowedInterval } = verdictOn(stated, {
      prints,
      norms: { norm: [5, 7] },
      words: [{ direction: "decrease", max_percent: 5 }],
    });
    return [allowedInterval?.low, allowedInterval?.high].map((end) => end?.valueOf() ?? null);
  };
  assertEquals(ends({ kind: "norm", operands: ["norm"], rule: "within" }, { result: "6" }), [5, 7]);
  assertEquals(ends(mean, { result: "4", a: "3", b: "5" }), [3, 5]);
  const trend: Stated = { kind: "trend", operands: ["a"], rule: "word" };
  assertEquals(ends(trend, { result: "99", a: "100" }), [-5, 0]);
  const bound: Stated = { kind: "bound", operands: ["a"], rule: "at-most" };
  assertEquals(ends(bound, { result: "4", a: "9" }), [null, 9]);
});
