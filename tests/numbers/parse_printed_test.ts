import { assertEquals } from "@std/assert";
import fc from "fast-check";
import type { NumberFormat } from "../../lib/model/edition.ts";
import { parsePrinted, russianNumbers } from "../../lib/numbers/parse_printed.ts";

const english: NumberFormat = { decimal: ["."], group: [","], minus: ["-", "\u2212"], plus: ["+"] };

function value(printed: string, format?: NumberFormat): number | undefined {
  return parsePrinted(printed, format)?.value.valueOf();
}

Deno.test("parsePrinted reads groups parted by any kind of space, also by two", () => {
  for (const space of [" ", "\u00a0", "\u2009", "\u202f", "  ", " \u00a0"]) {
    assertEquals(value(`2${space}188${space}449`), 2188449);
  }
});

Deno.test("parsePrinted reads every minus, plus and space after a sign", () => {
  for (const minus of ["-", "\u2013", "\u2212"]) {
    assertEquals(value(`${minus}457`), -457);
    assertEquals(value(`${minus} 6 618`), -6618);
    assertEquals(value(`${minus}\u202f6 618`), -6618);
  }
  assertEquals(value("+61 227"), 61227);
});

Deno.test("parsePrinted reads decimals and how many are printed", () => {
  assertEquals([value("37,7"), parsePrinted("37,7")?.decimals], [37.7, 1]);
  assertEquals([value("37,70"), parsePrinted("37,70")?.decimals], [37.7, 2]);
  assertEquals([value("16"), parsePrinted("16")?.decimals], [16, 0]);
  assertEquals([value("0,038"), parsePrinted("0,038")?.decimals], [0.038, 3]);
});

Deno.test("parsePrinted reads a per cent sign, with a space before it or without", () => {
  for (const printed of ["59%", "59 %", "59\u00a0%", "59\u202f%"]) assertEquals(value(printed), 59);
});

Deno.test("parsePrinted reads English numbers by the English format only", () => {
  assertEquals(value("2,188,449.50", english), 2188449.5);
  assertEquals(value("2 188 449", english), undefined);
  assertEquals(value("2,188,449"), undefined);
});

Deno.test("parsePrinted reads a format with characters that mean something in a pattern", () => {
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
    " 5",
    "5 ",
    "5\n",
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
  Deno.test(`parsePrinted refuses ${JSON.stringify(printed)}`, () => {
    assertEquals(parsePrinted(printed), undefined);
  });
}

Deno.test("parsePrinted reads every whole number however its groups are parted", () => {
  const space = fc.constantFrom("", ...russianNumbers.group);
  fc.assert(fc.property(fc.bigInt(0n, 10n ** 15n), space, (number, separator) => {
    const grouped = number.toString().replace(/\B(?=(\d{3})+$)/g, separator);
    assertEquals(parsePrinted(grouped)?.value.toLowestTerms(), [number, 1n]);
  }));
});

Deno.test("parsePrinted takes no string with a character that is no digit, space, sign or decimal mark", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.nat(9999), (noise, number) => {
    fc.pre(/[^\d\p{Zs},.+%\u2013\u2212-]/u.test(noise));
    assertEquals(parsePrinted(`${number}${noise}`), undefined);
    assertEquals(parsePrinted(`${noise}${number}`), undefined);
  }));
});
