import { assertEquals } from "@std/assert";
import { whatWouldChange } from "../../lib/audit/what_would_change.ts";
import { type SmallReport, type Stated, verdictOn } from "./small_report.ts";

const cases: [claim: Stated, report: SmallReport, becomes: string, en: string, ru: string][] = [
  [
    { kind: "trend", operands: ["a"], rule: "word" },
    {
      prints: { result: "99", a: "100" },
      words: [{ direction: "decrease", max_percent: 5 }],
    },
    "inconsistent",
    "a change of −5 % or less, or of 0 % or more",
    "изменение −5 % и менее либо 0 % и более",
  ],
  [
    { kind: "trend", operands: ["a"], rule: "word" },
    { prints: { result: "99", a: "100" }, words: [{ direction: "decrease", min_percent: 20 }] },
    "consistent",
    "a change of −20 % or less",
    "изменение −20 % и менее",
  ],
  [
    { kind: "norm", operands: ["norm"], rule: "within" },
    { prints: { result: "6" }, norms: { norm: [5, 7] } },
    "inconsistent",
    "a value below 5, or above 7",
    "значение меньше 5 либо больше 7",
  ],
  [
    { kind: "bound", operands: ["a"], rule: "at-most" },
    { prints: { result: "4", a: "~5,2" } },
    "inconsistent",
    "a printed value of 5.25 or more",
    "напечатанное значение 5,25 и более",
  ],
  [
    { kind: "sum", operands: ["a"] },
    { prints: { result: "4", a: "4" } },
    "inconsistent",
    "a recomputed value other than 4",
    "вычисленное значение не 4",
  ],
  [
    { kind: "sum", operands: ["a"] },
    { prints: { result: "~4,0", a: "5" } },
    "consistent",
    "a recomputed value from 3.95 and below 4.05",
    "вычисленное значение от 3,95 и меньше 4,05",
  ],
  [
    { kind: "difference", operands: ["a"], missing: ["b"] },
    { prints: { result: "4", a: "5" } },
    "supported",
    "a print of the earlier b",
    "если бы было напечатано прежнее b",
  ],
];

for (const [claim, report, becomes, en, ru] of cases) {
  Deno.test(`${claim.kind}: ${becomes} by ${en}`, () => {
    const reversal = whatWouldChange(verdictOn(claim, report));
    const plain = (text: string) => text.replaceAll("\u00a0", " ");
    assertEquals([reversal.becomes, plain(reversal.text.en), plain(reversal.text.ru)], [
      becomes,
      en,
      ru,
    ]);
  });
}
