import { assertEquals } from "@std/assert";
import type { NumberFormat } from "../../lib/model/edition.ts";
import { russianNumbers } from "../../lib/numbers/parse_printed.ts";
import { readPrinted } from "../../lib/numbers/read_printed.ts";

/** A reading in one line: form, number, how far a range reaches, decimals, sign, mark. */
function brief(printed: string, format?: NumberFormat): string {
  const read = readPrinted(printed, format);
  if (read.form === "unread") return `unread ${read.rest}`;
  if (!("value" in read)) return `${read.form} ${read.mark}`.trim();
  const to = read.spread.equals(0) ? "" : `+${read.spread.toFraction()}`;
  return `${read.form} ${read.value.toFraction()}${to} ${read.decimals} ${read.sign}${read.mark}`
    .trim();
}

const cases: [printed: string, reading: string][] = [
  ["2 188 449", "number 2188449 0"],
  ["- 6 618", "number -6618 0"],
  ["37,70%", "number 377/10 2 %"],
  ["12,5\u2030", "number 25/2 1 \u2030"],
  ["1 234*", "number 1234 0 *"],
  ["1 234 **", "number 1234 0 **"],
  ["1 234¹", "number 1234 0 ¹"],
  ["1 234 1)", "number 1234 0 1)"],
  ["12 8262)", "number 12826 0 2)"],
  ["17 [note 2]", "number 17 0 [note 2]"],
  ["5,2 (п)", "number 26/5 1 (п)"],
  ["748 тыс.", "number 748000 -3"],
  ["2,7 млн", "number 2700000 -5"],
  ["1,2 billion", "number 1200000000 -8"],
  ["около 300", "about 300 0"],
  ["Около 2,7 млн*", "about 2700000 -5 *"],
  ["≈300", "about 300 0"],
  ["about 40%", "about 40 0 %"],
  ["более 100", "more-than 100 0"],
  ["> 10", "more-than 10 0"],
  ["менее 5", "less-than 5 0"],
  ["5–7", "range 5+2 0"],
  ["5 - 7", "range 5+2 0"],
  ["от 5 до 7", "range 5+2 0"],
  ["between 5 and 7", "range 5+2 0"],
  ["2,5–2,7 млн", "range 2500000+200000 -5"],
  ["10–12,5 %", "range 10+5/2 1 %"],
  ["–", "nil"],
  ["—*", "nil *"],
  ["нет", "nil"],
  ["…", "not-told"],
  ["х", "not-told"],
  ["н/д", "not-told"],
  ["", "blank"],
  ["12 экз.", "unread экз."],
  ["около 300 чел.", "unread чел."],
  ["не более 5", "unread не более 5"],
  ["7–5", "unread 7–5"],
  ["много", "unread много"],
  ["(1 234)", "unread (1 234)"],
];

for (const [printed, reading] of cases) {
  Deno.test(`"${printed}" is read as ${reading}`, () => assertEquals(brief(printed), reading));
}

Deno.test("an edition tells words of its own", () => {
  const format: NumberFormat = {
    ...russianNumbers,
    words: { etwa: "about", tausend: "thousand", keine: "nil" },
  };
  assertEquals(brief("etwa 3 Tausend", format), "about 3000 -3");
  assertEquals(brief("keine", format), "nil");
  assertEquals(brief("etwa 3"), "unread etwa 3");
});

Deno.test("amounts have the sign of a currency, and parentheses for a minus where a format says so", () => {
  const format: NumberFormat = {
    ...{ decimal: ["."], group: [","], minus: ["-"], plus: ["+"], currency: ["$", "€"] },
    parentheses: "minus",
  };
  const printed = ["(45.0)", "(1,234)", "(5)%", "($1,234)", "$(5)", "-$5", "$ 1,234.5", "5 €"];
  assertEquals(
    printed.map((one) => readPrinted(one, format)).map((read) =>
      "value" in read ? `${read.value.valueOf()}${read.sign}` : read.form
    ),
    ["-45", "-1234", "-5%", "-1234", "-5", "-5", "1234.5", "5"],
  );
  const marked = readPrinted("1,234 (2)", format);
  assertEquals(["value" in marked && marked.value.valueOf(), "mark" in marked && marked.mark], [
    1234,
    "(2)",
  ]);
  for (const other of ["(36.2) 58.5", "(a)", "$", "$5$", "()"]) {
    assertEquals("value" in readPrinted(other, format), false, other);
  }
  assertEquals("value" in readPrinted("(45.0)"), false);
});
