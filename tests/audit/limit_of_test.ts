import { assertEquals } from "@std/assert";
import { limitOf, whatWouldChange } from "../../lib/audit/limit_of.ts";
import { type SmallReport, type Stated, verdictOn } from "./small_report.ts";

const cases: [claim: Stated, report: SmallReport, en: string, ru: string][] = [
  [
    { kind: "trend", operands: ["a"], rule: "word" },
    {
      prints: { result: "99", a: "100" },
      words: [{ direction: "decrease", max_percent: 5 }],
    },
    "a change of −5 % or less, or of 0 % or more",
    "изменение −5 % и менее либо 0 % и более",
  ],
  [
    { kind: "trend", operands: ["a"], rule: "word" },
    { prints: { result: "99", a: "100" }, words: [{ direction: "decrease", min_percent: 20 }] },
    "a change of −20 % or less",
    "изменение −20 % и менее",
  ],
  [
    { kind: "norm", operands: ["norm"], rule: "within" },
    { prints: { result: "6" }, norms: { norm: [5, 7] } },
    "a value below 5, or above 7",
    "значение меньше 5 либо больше 7",
  ],
  [
    { kind: "bound", operands: ["a"], rule: "at-most" },
    { prints: { result: "4", a: "~5,2" } },
    "a printed value of 5.25 or more",
    "напечатанное значение 5,25 и более",
  ],
  [
    { kind: "sum", operands: ["a"] },
    { prints: { result: "4", a: "4" } },
    "a sum other than 4",
    "сумма не 4",
  ],
  [
    { kind: "sum", operands: ["a"] },
    { prints: { result: "~4,0", a: "5" } },
    "a sum from 3.95 and below 4.05",
    "сумма от 3,95 и меньше 4,05",
  ],
  [
    { kind: "difference", operands: ["a"], missing: ["b"] },
    { prints: { result: "4", a: "5" } },
    "a print of the earlier b",
    "если бы было напечатано: прежнее b",
  ],
];

for (const [claim, report, en, ru] of cases) {
  Deno.test(`a verdict on a ${claim.kind} would turn over by ${en}`, () => {
    const would = whatWouldChange(verdictOn(claim, report));
    assertEquals([would.en, would.ru].map((text) => text.replaceAll("\u00a0", " ")), [en, ru]);
  });
}

Deno.test("the limit of a comparison is told, and of a word that it is ours; an equality has none", () => {
  const plain = (claim: Stated, report: SmallReport) =>
    limitOf(verdictOn(claim, report))?.en.replaceAll("\u00a0", " ");
  const prints = { result: "99", a: "100" };
  const trend: Stated = { kind: "trend", operands: ["a"], rule: "word" };
  const slight = { direction: "decrease", max_percent: 5 } as const;
  assertEquals(
    plain(trend, { prints, words: [slight] }),
    "a change above −5 % and below 0 %; the limit of −5 % is ours",
  );
  assertEquals(plain(trend, { prints, words: [{ direction: "decrease" }] }), "a change below 0 %");
  assertEquals(
    plain({ kind: "norm", operands: ["norm"], rule: "within" }, {
      prints,
      norms: { norm: [5, 7] },
    }),
    "a value from 5 to 7",
  );
  const bound: Stated = { kind: "bound", operands: ["a"], rule: "at-most" };
  assertEquals(plain(bound, { prints }), "a printed value of 100 or less");
  assertEquals(plain({ kind: "same", operands: ["a"] }, { prints }), undefined);
});

Deno.test("a limit that no decimal is told like any number, one that is in full", () => {
  const limitFor = (b: string) => {
    const stated = { kind: "bound", operands: ["a"], divisors: ["b"], rule: "less-than" } as const;
    return limitOf(verdictOn(stated, { prints: { result: "100", a: "1001", b } }))?.en;
  };
  assertEquals(limitFor("3"), "a printed value below 333.67");
  assertEquals(limitFor("8"), "a printed value below 125.125");
});
