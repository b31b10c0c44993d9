import { assertEquals } from "@std/assert";
import fc from "fast-check";
import type { NumberFormat } from "../../lib/model/edition.ts";
import { readPrinted, russianNumbers } from "../../lib/numbers/read_printed.ts";

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

const english: NumberFormat = { decimal: ["."], group: [","], minus: ["-", "\u2212"], plus: ["+"] };

/** What is read as a number and nothing beside it. */
function number(printed: string, format?: NumberFormat) {
  const read = readPrinted(printed, format);
  return read.form === "number" && read.mark === "" ? read : undefined;
}

function value(printed: string, format?: NumberFormat): number | undefined {
  return number(printed, format)?.value.valueOf();
}

Deno.test("readPrinted reads groups parted by any kind of space, also by two", () => {
  for (const space of [" ", "\u00a0", "\u2009", "\u202f", "  ", " \u00a0"]) {
    assertEquals(value(`2${space}188${space}449`), 2188449);
  }
});

Deno.test("readPrinted reads every minus, plus and space after a sign", () => {
  for (const minus of ["-", "\u2013", "\u2212"]) {
    assertEquals(value(`${minus}457`), -457);
    assertEquals(value(`${minus} 6 618`), -6618);
    assertEquals(value(`${minus}\u202f6 618`), -6618);
  }
  assertEquals(value("+61 227"), 61227);
});

Deno.test("readPrinted reads decimals and how many are printed", () => {
  assertEquals([value("37,7"), number("37,7")?.decimals], [37.7, 1]);
  assertEquals([value("37,70"), number("37,70")?.decimals], [37.7, 2]);
  assertEquals([value("16"), number("16")?.decimals], [16, 0]);
  assertEquals([value("0,038"), number("0,038")?.decimals], [0.038, 3]);
});

Deno.test("readPrinted reads a per cent sign, with a space before it or without", () => {
  for (const printed of ["59%", "59 %", "59\u00a0%", "59\u202f%"]) assertEquals(value(printed), 59);
});

Deno.test("readPrinted reads English numbers by the English format only", () => {
  assertEquals(value("2,188,449.50", english), 2188449.5);
  assertEquals(value("2 188 449", english), undefined);
  assertEquals(value("2,188,449"), undefined);
});

Deno.test("readPrinted reads a format with characters that mean something in a pattern", () => {
  const odd: NumberFormat = { decimal: ["]"], group: ["^"], minus: ["\\", "["], plus: ["-"] };
  assertEquals(value("[1^234]5", odd), -1234.5);
  assertEquals(value("\\7", odd), -7);
  assertEquals(value("-7", odd), 7);
});

for (
  const printed of [
    "",
    " ",
    "-",
    "21 88 449",
    "2 188 44",
    "1 2345",
    "1234 567",
    "37,",
    ",7",
    "3,7,1",
    "1,234 5",
    "--5",
    "- - 5",
    "5-7",
    "5–7",
    "81[2]",
    "81*",
    "81\u00b9",
    "216 497[footnoteRef:3]",
    "0,038W",
    "O81",
    "１２",
    "1e3",
    "XIV",
    "%",
    "5%%",
  ]
) {
  Deno.test(`readPrinted takes no bare number from ${JSON.stringify(printed)}`, () => {
    assertEquals(number(printed), undefined);
  });
}

Deno.test("readPrinted reads every whole number however its groups are parted", () => {
  const space = fc.constantFrom("", ...russianNumbers.group);
  fc.assert(fc.property(fc.bigInt(0n, 10n ** 15n), space, (whole, separator) => {
    const grouped = whole.toString().replace(/\B(?=(\d{3})+$)/g, separator);
    assertEquals(number(grouped)?.value.toLowestTerms(), [whole, 1n]);
  }));
});

Deno.test("readPrinted takes no string with a character that is no digit, space, sign or decimal mark for a bare number", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.nat(9999), (noise, whole) => {
    fc.pre(/[^\d\s,.+%\u2030\u2013\u2212-]/u.test(noise));
    assertEquals(number(`${whole}${noise}`), undefined);
    assertEquals(number(`${noise}${whole}`), undefined);
  }));
});

Deno.test("spaces around a number are none of it", () => {
  assertEquals([" 5", "5 ", "5\n"].map((one) => value(one)), [5, 5, 5]);
});

Deno.test("what of a long text cannot be read is told without reading each part of it", () => {
  const text = `5 ${"слово ".repeat(20_000)}`.trim();
  assertEquals(brief(text), `unread ${text.slice(2)}`);
});
