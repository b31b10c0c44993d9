import { assertEquals } from "@std/assert";
import { excelCsv } from "../../lib/tables/excel_csv.ts";

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
