import { assertEquals } from "@std/assert";
import { parse } from "@std/csv";
import { formatTable } from "../../lib/tables/format_table.ts";
import { excelCsv, tableCsv } from "../../lib/tables/table_csv.ts";

Deno.test("texts and headings of a table that a spreadsheet would compute stand as texts in its CSV", () => {
  const cells = [["=1+1", -4], [{ text: "@x", href: "y" }, null], [
    { text: "2 000", value: 2000 },
    1,
  ]];
  const csv = tableCsv(formatTable({ headings: ["=a", "b"], cells }, { language: "en" }));
  assertEquals(parse(csv), [["'=a", "b"], ["'=1+1", "-4"], ["'@x", ""], ["2 000", "1"]]);
});

const tidy = 'what,share,note\nUsers,37.65,"a, b"\nLoans,-4,= users × 2\nVisits,,"a; ""b"""\n';

Deno.test("Excel gets a byte order mark, semicolons, CRLF and, in Russian, decimal commas", () => {
  assertEquals(
    excelCsv(tidy, "ru"),
    "\ufeffwhat;share;note\r\n" +
      "Users;37,65;a, b\r\nLoans;-4;'= users × 2\r\n" +
      'Visits;;"a; ""b"""\r\n',
  );
  assertEquals(excelCsv(tidy, "en").includes(";37.65;"), true);
});
