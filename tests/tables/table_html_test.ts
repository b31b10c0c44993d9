import { assertEquals, assertStringIncludes } from "@std/assert";
import { display, openReport, table, type TableRow } from "report";
import { tableScript } from "../../lib/tables/table_html.ts";

const caption = { name: "rows", title: "Rows", source: "Own", language: "en" } as const;
const rowsOf = (length: number) =>
  Array.from({ length }, (_, index): TableRow => ({ name: `Row ${index}`, value: index * 1000 }));
const bundleOf = (rows: readonly TableRow[], language: "en" | "ru" = "en") =>
  table(rows, { ...caption, language })[display]();
const count = (text: string, part: string) => text.split(part).length - 1;

Deno.test("a long table has twelve rows before the fold, and the others in a disclosure with their own head", () => {
  const html = String(bundleOf(rowsOf(30))["text/html"]);
  const [before, behind] = html.split("<details>");
  assertEquals([count(before, "<tr><td"), count(behind, "<tr><td")], [12, 18]);
  assertEquals([count(before, "<thead>"), count(behind, "<thead>")], [1, 1]);
  assertStringIncludes(behind, ">… 18 more</summary>");
  assertStringIncludes(String(bundleOf(rowsOf(30), "ru")["text/html"]), "… ещё 18");
});

Deno.test("a table of few rows more than the fold has none", () => {
  assertEquals(String(bundleOf(rowsOf(15))["text/html"]).includes("<details>"), false);
  assertEquals(String(bundleOf(rowsOf(16))["text/html"]).includes("<details>"), true);
});

Deno.test("the text of a long table is folded too, and cells that would part all others are cut", () => {
  const rows = rowsOf(30).map((row) => ({ ...row, told: "word ".repeat(40) }));
  const lines = String(bundleOf(rows)["text/plain"]).split("\n");
  assertEquals(lines.filter((line) => /^Row \d/.test(line)).length, 12);
  assertStringIncludes(lines.join("\n"), "… 18 more");
  assertEquals(lines.every((line) => line.length < 90), true);
});

Deno.test("numbers carry their value, unknown ones none, texts the number that they stand for", () => {
  const limit = { text: "≥ 2,000", value: 2000 };
  const html = String(
    bundleOf([{ a: "x", b: 1234.567, c: limit }, { a: "y", b: null, c: "words" }])["text/html"],
  );
  assertStringIncludes(html, '<td align="right" data-v="1234.567">1,234.57</td>');
  assertStringIncludes(html, '<td align="right" data-v="">–</td>');
  assertStringIncludes(html, 'data-s="2000">≥ 2,000</td>');
  assertStringIncludes(html, ">words</td>");
});

Deno.test("texts that stand for numbers stand right, others left", () => {
  const change = { text: "+70", value: 70 };
  const html = String(
    bundleOf([{ year: "2015", change }, { year: "2016", change: "–" }])["text/html"],
  );
  assertStringIncludes(html, '<th scope="col" align="left" style="text-align:left">year</th>');
  assertStringIncludes(html, '<th scope="col" align="right" style="text-align:right">change</th>');
});

Deno.test("the longest list of a report stays under a hundred kilobytes, with its CSV", async () => {
  const { initiatives } = await openReport(undefined, { language: "en" });
  const rows = initiatives.map((
    { line, name, systemLabel, territoryLabel, kindLabel, outcome },
  ) => ({
    line,
    name,
    systemLabel,
    territoryLabel,
    kindLabel,
    outcome,
  }));
  const list = table(rows, caption);
  assertEquals(initiatives.length > 150, true);
  assertEquals(new TextEncoder().encode(JSON.stringify(list[display]())).length < 100_000, true);
});

Deno.test("the script of tables cannot end its own element", () => {
  assertEquals(/<\/|<!--/.test(tableScript), false);
  assertEquals(count(String(bundleOf(rowsOf(1))["text/html"]), "</script>"), 1);
});
