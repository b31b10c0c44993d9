import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { fromSpreadsheetText, spreadsheetText } from "../../lib/tables/spreadsheet_text.ts";

Deno.test("printed numbers and plain texts stay, formulas begin with an apostrophe", () => {
  for (
    const text of ["- 6 618", "+70", "-457", "-3,5%", "267\u00a0826", "Users", "", "–", "'90s"]
  ) {
    assertEquals(spreadsheetText(text), text);
  }
  for (
    const text of [
      '=HYPERLINK("http://a")',
      "=cmd|' /C calc'!A0",
      "+1+cmd",
      "-2+3",
      "@SUM(A1)",
      "\tx",
    ]
  ) {
    assertEquals(spreadsheetText(text), `'${text}`);
  }
});

Deno.test("any text comes back as it was given", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", "=", "-", "+", "@", "\t", "7", " ", "a") }),
      (text) => {
        assertEquals(fromSpreadsheetText(spreadsheetText(text)), text);
      },
    ),
  );
});
