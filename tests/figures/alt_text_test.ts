import { assertEquals } from "@std/assert";
import { altText } from "../../lib/figures/shown_figure.ts";
import { formatTable } from "../../lib/tables/format_table.ts";

const grid = (headings: string[], ...cells: (string | number | null)[][]) =>
  formatTable({ headings, cells }, { language: "en" });

Deno.test("an alternative text tells the rows after the title", () => {
  const data = grid(["Year", "Users"], ["2015", 267826], ["2016", null]);
  assertEquals(altText("Users", data), "Users. 2015: 267,826; 2016: –");
  assertEquals(altText("Кто читает?", data), "Кто читает? 2015: 267,826; 2016: –");
});

Deno.test("several numbers of a row are told with their headings", () => {
  const data = grid(["Quantity", "Group", "2015", "2016"], ["Visits", "Youth", 3, 4]);
  assertEquals(altText("Users", data), "Users. Visits: Youth, 2015 3, 2016 4");
});

Deno.test("an alternative text stays short, and says that there is more", () => {
  const many = Array.from({ length: 9 }, (_, at) => [`Row ${at}`, at]);
  assertEquals(altText("Users", grid(["Row", "Users"], ...many)).endsWith("Row 5: 5; …"), true);
  const long = [["a".repeat(200), 1], ["b".repeat(200), 2]];
  assertEquals(
    altText("Users", grid(["Row", "Users"], ...long)),
    `Users. ${"a".repeat(200)}: 1; …`,
  );
  assertEquals(altText("Users", grid(["Row", "Users"])), "Users");
});
