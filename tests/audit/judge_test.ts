import { assertEquals } from "@std/assert";
import type { VerdictHow } from "../../lib/model/verdict.ts";
import { decimalString } from "../../lib/numbers/format_number.ts";
import { type SmallReport, type Stated, verdictOn } from "./small_report.ts";

interface Case {
  readonly behaviour: string;
  readonly claim: Stated;
  readonly report: SmallReport;
  /** How it agrees or holds, or else what was found. */
  readonly verdict: VerdictHow | "contradicts";
  readonly computed?: string;
  readonly difference?: string;
  readonly slack?: string;
}

function of(
  behaviour: string,
  claim: Stated,
  prints: Readonly<Record<string, string>>,
  found: Omit<Case, "behaviour" | "claim" | "report"> & Omit<SmallReport, "prints">,
): Case {
  const { norms, words, ...rest } = found;
  return { behaviour, claim, report: { prints, norms, words }, ...rest };
}

const sum: Stated = { kind: "sum", operands: ["a", "b"] };
const difference: Stated = { kind: "difference", operands: ["a", "b"] };
const share: Stated = { kind: "share", operands: ["a"], divisors: ["b"] };
const ratio: Stated = { kind: "ratio", operands: ["a"], divisors: ["b"] };
const growth: Stated = { kind: "growth", operands: ["a"], divisors: ["b"] };
const same: Stated = { kind: "same", operands: ["a"] };
const product: Stated = { kind: "product", operands: ["a", "b"] };
const norm = (rule: string, more: Partial<Stated> = {}): Stated => ({
  kind: "norm",
  operands: ["norm"],
  rule,
  ...more,
});
const bound = (rule: string): Stated => ({ kind: "bound", operands: ["a"], rule });
const trend: Stated = { kind: "trend", operands: ["a"], rule: "word" };

const fiveToSeven = { norms: { norm: [5, 7] } } as const;
const down = { words: [{ direction: "decrease" }] } as const;
const slightlyDown = { words: [{ direction: "decrease", max_percent: 5 }] } as const;
const muchLess = { words: [{ direction: "decrease", min_percent: 20 }] } as const;
const steady = { words: [{ direction: "none", max_percent: 2 }] } as const;

const cases: Case[] = [
  of("counts that add up", sum, { result: "15", a: "7", b: "8" }, {
    verdict: "exact",
    computed: "15",
    difference: "0",
    slack: "0",
  }),
  of("counts that do not add up", sum, { result: "16", a: "7", b: "8" }, {
    verdict: "contradicts",
    computed: "15",
    difference: "1",
    slack: "1",
  }),
  of("rounded parts that may add up", sum, { result: "~58", a: "~12", b: "~45" }, {
    verdict: "within-rounding",
    computed: "57",
    difference: "1",
    slack: "0",
  }),
  of("rounded parts that cannot add up", sum, { result: "~59", a: "~12", b: "~45" }, {
    verdict: "contradicts",
    computed: "57",
    difference: "2",
    slack: "0.5",
  }),
  of("parts that add up only if all were cut off", sum, { result: "~59", a: "~12", b: "~45,4" }, {
    verdict: "contradicts",
    computed: "57.4",
    difference: "1.6",
    slack: "0.55",
  }),
  of(
    "a change that is the difference",
    difference,
    { result: "-457", a: "267 826", b: "268 283" },
    {
      verdict: "exact",
      computed: "-457",
      difference: "0",
      slack: "0",
    },
  ),
  of("a change with the other sign", difference, { result: "457", a: "267 826", b: "268 283" }, {
    verdict: "contradicts",
    computed: "-457",
    difference: "914",
    slack: "914",
  }),
  of("a share rounded to a decimal", share, { result: "~33,3%", a: "1", b: "3" }, {
    verdict: "within-rounding",
    computed: "33.333333",
    difference: "-0.033333",
    slack: "0",
  }),
  of("a share cut off at a decimal", share, { result: "~66,6%", a: "2", b: "3" }, {
    verdict: "other-rounding",
    computed: "66.666667",
    difference: "-0.066667",
    slack: "0.016667",
  }),
  of("a share that fits no way of rounding", share, { result: "~66,4%", a: "2", b: "3" }, {
    verdict: "contradicts",
    computed: "66.666667",
    difference: "-0.266667",
    slack: "0.216667",
  }),
  of("a share of exact print", share, { result: "~25%", a: "1", b: "4" }, {
    verdict: "exact",
    computed: "25",
    difference: "0",
    slack: "0",
  }),
  of("a ratio", ratio, { result: "~21,3", a: "5 697 294", b: "267 826" }, {
    verdict: "within-rounding",
    computed: "21.272371",
    difference: "0.027629",
    slack: "0",
  }),
  of("a growth", growth, { result: "~-0,2%", a: "267 826", b: "268 283" }, {
    verdict: "within-rounding",
    computed: "-0.170343",
    difference: "-0.029657",
    slack: "0",
  }),
  of("a growth of the wrong sign", growth, { result: "~0,2%", a: "267 826", b: "268 283" }, {
    verdict: "contradicts",
    computed: "-0.170343",
    difference: "0.370343",
    slack: "0.320343",
  }),
  of(
    "a product of a rounded factor",
    product,
    { result: "~216 497", a: "~0,038", b: "5 697 294" },
    {
      verdict: "within-rounding",
      computed: "216497.172",
      difference: "-0.172",
      slack: "0",
    },
  ),
  of("one figure printed twice alike", same, { result: "183 324", a: "183 324" }, {
    verdict: "exact",
    computed: "183324",
    difference: "0",
    slack: "0",
  }),
  of("one figure printed twice with other precision", same, { result: "~15,6", a: "~16" }, {
    verdict: "within-rounding",
    computed: "16",
    difference: "-0.4",
    slack: "0",
  }),
  of("one figure printed as two", same, { result: "183 559", a: "183 324" }, {
    verdict: "contradicts",
    computed: "183324",
    difference: "235",
    slack: "235",
  }),
  of("a value within a norm for all that its print allows", norm("within"), { result: "~5,2" }, {
    ...fiveToSeven,
    verdict: "certain",
    computed: "5.2",
    slack: "0",
  }),
  of("a value at the edge of a norm", norm("within"), { result: "~5,0" }, {
    ...fiveToSeven,
    verdict: "possible",
    computed: "5",
    slack: "0",
  }),
  of("a value outside of a norm", norm("within"), { result: "~4,9" }, {
    ...fiveToSeven,
    verdict: "contradicts",
    computed: "4.9",
    slack: "0.05",
  }),
  of("a value below a norm", norm("below"), { result: "~4,9" }, {
    ...fiveToSeven,
    verdict: "certain",
    computed: "4.9",
    slack: "0",
  }),
  of("a value above a norm that is said to be below", norm("below"), { result: "~7,1" }, {
    ...fiveToSeven,
    verdict: "contradicts",
    computed: "7.1",
    slack: "2.05",
  }),
  of("a value above a norm", norm("above"), { result: "~7,1" }, {
    ...fiveToSeven,
    verdict: "certain",
    computed: "7.1",
    slack: "0",
  }),
  of("a quotient below a norm", norm("below", { divisors: ["b"] }), { result: "3", b: "100" }, {
    ...fiveToSeven,
    verdict: "certain",
    computed: "3",
    slack: "0",
  }),
  of("a bound that holds", bound("at-most"), { result: "5", a: "5" }, {
    verdict: "certain",
    computed: "5",
    slack: "0",
  }),
  of("a strict bound that equality breaks", bound("less-than"), { result: "5", a: "5" }, {
    verdict: "contradicts",
    computed: "5",
    slack: "0",
  }),
  of("a bound that rounding leaves open", bound("less-than"), { result: "~5", a: "~5" }, {
    verdict: "possible",
    computed: "5",
    slack: "0",
  }),
  of("a bound that fails", bound("at-least"), { result: "4", a: "6" }, {
    verdict: "contradicts",
    computed: "6",
    slack: "2",
  }),
  of("a lower bound that holds", bound("more-than"), { result: "7", a: "6" }, {
    verdict: "certain",
    computed: "6",
    slack: "0",
  }),
  of("less than a limit that is itself more than a number", bound("less-than"), {
    result: "10",
    a: ">10",
  }, { verdict: "certain", slack: "0" }),
  of("a limit below a bound", bound("less-than"), { result: "<100", a: "864" }, {
    verdict: "certain",
    computed: "864",
    slack: "0",
  }),
  of("a decrease", trend, { result: "9", a: "10" }, {
    ...down,
    verdict: "certain",
    computed: "-10",
    slack: "0",
  }),
  of("no change that is said to be a decrease", trend, { result: "10", a: "10" }, {
    ...down,
    verdict: "contradicts",
    computed: "0",
    slack: "0",
  }),
  of("a decrease that rounding leaves open", trend, { result: "~10", a: "~10" }, {
    ...down,
    verdict: "possible",
    computed: "0",
    slack: "0",
  }),
  of("a slight decrease", trend, { result: "951", a: "1000" }, {
    ...slightlyDown,
    verdict: "certain",
    computed: "-4.9",
    slack: "0",
  }),
  of("a decrease too large to be slight", trend, { result: "950", a: "1000" }, {
    ...slightlyDown,
    verdict: "contradicts",
    computed: "-5",
    slack: "0",
  }),
  of("a value considerably lower", trend, { result: "80", a: "100" }, {
    ...muchLess,
    verdict: "certain",
    computed: "-20",
    slack: "0",
  }),
  of("a value not considerably lower", trend, { result: "81", a: "100" }, {
    ...muchLess,
    verdict: "contradicts",
    computed: "-19",
    slack: "1",
  }),
  of("a value that stays", trend, { result: "101", a: "100" }, {
    ...steady,
    verdict: "certain",
    computed: "1",
    slack: "0",
  }),
  of("a value that does not stay", trend, { result: "97", a: "100" }, {
    ...steady,
    verdict: "contradicts",
    computed: "-3",
    slack: "1",
  }),
];

for (const { behaviour, claim, report, verdict, ...numbers } of cases) {
  Deno.test(`${claim.kind}: ${behaviour} gives ${verdict}`, () => {
    const found = verdictOn(claim, report);
    assertEquals(found.how ?? found.kind, verdict);
    const { computed = null, difference = null, slack = null } = numbers;
    assertEquals({
      computed: found.computed && decimalString(found.computed),
      difference: found.difference && decimalString(found.difference),
      slack: found.slack && decimalString(found.slack),
    }, { computed, difference, slack });
  });
}

Deno.test("other-rounding names the way of rounding that fits", () => {
  const { roundingModes } = verdictOn(share, { prints: { result: "~66,6%", a: "2", b: "3" } });
  assertEquals(roundingModes, ["down"]);
});

Deno.test("a half is other-rounding where it fits under half-even only", () => {
  const found = verdictOn(share, { prints: { result: "~12%", a: "1", b: "8" } });
  assertEquals([found.kind, found.how, found.roundingModes], [
    "agrees",
    "other-rounding",
    ["half-even", "half-down", "down"],
  ]);
});

Deno.test("an equality agrees, a comparison holds, and neither is exact for being certain", () => {
  const found = (stated: Stated) => {
    const { kind, how } = verdictOn(stated, { prints: { result: "5", a: "5", b: "0" } });
    return [kind, how];
  };
  assertEquals(found(sum), ["agrees", "exact"]);
  assertEquals(found(bound("at-most")), ["holds", "certain"]);
  assertEquals(found(bound("less-than")), ["contradicts", null]);
});

Deno.test("a comparison that only another way of rounding allows is possible", () => {
  const limit = { ...bound("less-than"), operands: ["a", "b"] };
  const { kind, how, roundingModes } = verdictOn(limit, {
    prints: { result: "~8", a: "~4", b: "~3" },
  });
  assertEquals([kind, how, roundingModes.length > 0], ["holds", "possible", true]);
});

Deno.test("a claim of what is not printed lacks its base, with nothing computed", () => {
  const found = verdictOn({ kind: "trend", operands: ["a"], missing: ["before"], rule: "word" }, {
    prints: { result: "5", a: "3" },
  });
  assertEquals([found.kind, found.computed, found.slack, found.printed], [
    "base-missing",
    null,
    null,
    "5",
  ]);
  const nothing = verdictOn({ kind: "trend", result: null, missing: ["x", "y"] }, { prints: {} });
  assertEquals([nothing.kind, nothing.printed], ["base-missing", ""]);
});

Deno.test("a verdict names every line that it rests on, once and ascending", () => {
  const { lines } = verdictOn({ ...norm("within"), line: 9 }, {
    prints: { result: "~5,2" },
    ...fiveToSeven,
  });
  assertEquals(lines, [1, 2, 9]);
});

Deno.test(
  "figures of a balance sheet rounded to millions add up within rounding (XBRL Calculations 1.1, requirements of 2021, 2.1)",
  () => {
    const exactly = { result: "57 582 444", a: "12 141 123", b: "45 441 321" };
    assertEquals(verdictOn(sum, { prints: exactly }).how, "exact");
    const millions = { result: "~58", a: "~12", b: "~45" };
    assertEquals(verdictOn(sum, { prints: millions }).how, "within-rounding");
    const tenths = { result: "~57,6", a: "~12,1", b: "~45,4" };
    assertEquals(verdictOn(sum, { prints: tenths }).how, "within-rounding");
    const misprinted = { result: "~57,8", a: "~12,1", b: "~45,4" };
    assertEquals(verdictOn(sum, { prints: misprinted }).kind, "contradicts");
  },
);
