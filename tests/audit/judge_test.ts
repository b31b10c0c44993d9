import { assertEquals } from "@std/assert";
import type { VerdictKind } from "../../lib/model/verdict.ts";
import { decimalString } from "../../lib/numbers/decimal_string.ts";
import { type SmallReport, type Stated, verdictOn } from "./small_report.ts";

interface Case {
  readonly behaviour: string;
  readonly claim: Stated;
  readonly report: SmallReport;
  readonly verdict: VerdictKind;
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
    verdict: "inconsistent",
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
    verdict: "inconsistent",
    computed: "57",
    difference: "2",
    slack: "0.5",
  }),
  of("parts that add up only if all were cut off", sum, { result: "~59", a: "~12", b: "~45,4" }, {
    verdict: "inconsistent",
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
    verdict: "inconsistent",
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
    verdict: "inconsistent",
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
    verdict: "inconsistent",
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
    verdict: "inconsistent",
    computed: "183324",
    difference: "235",
    slack: "235",
  }),
  of("a value within a norm for all that its print allows", norm("within"), { result: "~5,2" }, {
    ...fiveToSeven,
    verdict: "exact",
    computed: "5.2",
    slack: "0",
  }),
  of("a value at the edge of a norm", norm("within"), { result: "~5,0" }, {
    ...fiveToSeven,
    verdict: "within-rounding",
    computed: "5",
    slack: "0",
  }),
  of("a value outside of a norm", norm("within"), { result: "~4,9" }, {
    ...fiveToSeven,
    verdict: "inconsistent",
    computed: "4.9",
    slack: "0.05",
  }),
  of("a value below a norm", norm("below"), { result: "~4,9" }, {
    ...fiveToSeven,
    verdict: "exact",
    computed: "4.9",
    slack: "0",
  }),
  of("a value above a norm that is said to be below", norm("below"), { result: "~7,1" }, {
    ...fiveToSeven,
    verdict: "inconsistent",
    computed: "7.1",
    slack: "2.05",
  }),
  of("a value above a norm", norm("above"), { result: "~7,1" }, {
    ...fiveToSeven,
    verdict: "exact",
    computed: "7.1",
    slack: "0",
  }),
  of("a quotient below a norm", norm("below", { divisors: ["b"] }), { result: "3", b: "100" }, {
    ...fiveToSeven,
    verdict: "exact",
    computed: "3",
    slack: "0",
  }),
  of("a bound that holds", bound("at-most"), { result: "5", a: "5" }, {
    verdict: "exact",
    computed: "5",
    slack: "0",
  }),
  of("a strict bound that equality breaks", bound("less-than"), { result: "5", a: "5" }, {
    verdict: "inconsistent",
    computed: "5",
    slack: "0",
  }),
  of("a bound that rounding leaves open", bound("less-than"), { result: "~5", a: "~5" }, {
    verdict: "within-rounding",
    computed: "5",
    slack: "0",
  }),
  of("a bound that fails", bound("at-least"), { result: "4", a: "6" }, {
    verdict: "inconsistent",
    computed: "6",
    slack: "2",
  }),
  of("a lower bound that holds", bound("more-than"), { result: "7", a: "6" }, {
    verdict: "exact",
    computed: "6",
    slack: "0",
  }),
  of("less than a limit that is itself more than a number", bound("less-than"), {
    result: "10",
    a: ">10",
  }, { verdict: "exact", slack: "0" }),
  of("a limit below a bound", bound("less-than"), { result: "<100", a: "864" }, {
    verdict: "exact",
    computed: "864",
    slack: "0",
  }),
  of("a decrease", trend, { result: "9", a: "10" }, {
    ...down,
    verdict: "exact",
    computed: "-10",
    slack: "0",
  }),
  of("no change that is said to be a decrease", trend, { result: "10", a: "10" }, {
    ...down,
    verdict: "inconsistent",
    computed: "0",
    slack: "0",
  }),
  of("a decrease that rounding leaves open", trend, { result: "~10", a: "~10" }, {
    ...down,
    verdict: "within-rounding",
    computed: "0",
    slack: "0",
  }),
  of("a slight decrease", trend, { result: "951", a: "1000" }, {
    ...slightlyDown,
    verdict: "exact",
    computed: "-4.9",
    slack: "0",
  }),
  of("a decrease too large to be slight", trend, { result: "950", a: "1000" }, {
    ...slightlyDown,
    verdict: "inconsistent",
    computed: "-5",
    slack: "0",
  }),
  of("a value considerably lower", trend, { result: "80", a: "100" }, {
    ...muchLess,
    verdict: "exact",
    computed: "-20",
    slack: "0",
  }),
  of("a value not considerably lower", trend, { result: "81", a: "100" }, {
    ...muchLess,
    verdict: "inconsistent",
    computed: "-19",
    slack: "1",
  }),
  of("a value that stays", trend, { result: "101", a: "100" }, {
    ...steady,
    verdict: "exact",
    computed: "1",
    slack: "0",
  }),
  of("a value that does not stay", trend, { result: "97", a: "100" }, {
    ...steady,
    verdict: "inconsistent",
    computed: "-3",
    slack: "1",
  }),
];

for (const { behaviour, claim, report, verdict, ...numbers } of cases) {
  Deno.test(`${claim.kind}: ${behaviour} is ${verdict}`, () => {
    const found = verdictOn(claim, report);
    assertEquals(found.kind, verdict);
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
  assertEquals([found.kind, found.roundingModes], [
    "other-rounding",
    ["half-even", "half-down", "down"],
  ]);
});

Deno.test("a claim of what is not printed is unsupported, with nothing computed", () => {
  const found = verdictOn({ kind: "trend", operands: ["a"], missing: ["before"], rule: "word" }, {
    prints: { result: "5", a: "3" },
  });
  assertEquals([found.kind, found.computed, found.slack, found.printed], [
    "unsupported",
    null,
    null,
    "5",
  ]);
  const nothing = verdictOn({ kind: "trend", result: null, missing: ["x", "y"] }, { prints: {} });
  assertEquals([nothing.kind, nothing.printed], ["unsupported", ""]);
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
    assertEquals(verdictOn(sum, { prints: exactly }).kind, "exact");
    const millions = { result: "~58", a: "~12", b: "~45" };
    assertEquals(verdictOn(sum, { prints: millions }).kind, "within-rounding");
    const tenths = { result: "~57,6", a: "~12,1", b: "~45,4" };
    assertEquals(verdictOn(sum, { prints: tenths }).kind, "within-rounding");
    const misprinted = { result: "~57,8", a: "~12,1", b: "~45,4" };
    assertEquals(verdictOn(sum, { prints: misprinted }).kind, "inconsistent");
  },
);
