import { assertEquals } from "@std/assert";
import { openWorkbook } from "../../lib/workbook/workbook.ts";

const book = await openWorkbook("any", { edition: "kuzbass-2016", language: "en" });
const labels = (...ids: string[]) => book.labels(ids.map((id) => book.find(id)));

Deno.test("a quantity alone is enough where it is the only one", () => {
  assertEquals(labels("stock", "users.all"), ["Stock", "Users"]);
});

Deno.test("observations of one quantity get the dimensions in which they differ, and no others", () => {
  assertEquals(labels("users.all", "users.children"), ["Users, all", "Users, children up to 14"]);
  assertEquals(labels("provision.urban", "provision.rural"), [
    "Stock per resident, Urban okrugs",
    "Stock per resident, Municipal districts",
  ]);
  assertEquals(labels("table1.users.2015", "table1.users.2016"), ["Users, 2015", "Users, 2016"]);
});

Deno.test("every number of a printed table has a label of its own", () => {
  const cells = book.select("table1");
  assertEquals(new Set(book.labels(cells)).size, cells.length);
});
