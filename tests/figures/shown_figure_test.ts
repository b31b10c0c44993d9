import { assertEquals, assertStringIncludes } from "@std/assert";
import { dumbbellX, openReport, Plot } from "report";
import { richForm } from "../../lib/display/show.ts";
import { altText, figureBundle } from "../../lib/figures/shown_figure.ts";
import { display, type MediaBundle } from "../../lib/model/displayable.ts";
import { formatTable } from "../../lib/tables/format_table.ts";

function bundleOf(drawn: unknown): MediaBundle {
  return richForm(drawn)!("en")[display]();
}

/** The rows of the tables below a figure: the texts of their cells, headings first. */
function dataOf(drawn: unknown): string[][] {
  const html = String(bundleOf(drawn)["text/html"]);
  const table = html.slice(html.indexOf("<details><summary"));
  return [...table.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>(?:<code>)?(.*?)(?:<\/code>)?<\/t[hd]>/g)].map(([, cell]) => cell)
  );
}

Deno.test("values stand under their field, in the language, to the last decimal", () => {
  const rows = [{ of: "Loans", items: 61227.1234 }, { of: "Visits <i>", items: -6618 }];
  assertEquals(dataOf(Plot.barX(rows, { x: "items", y: "of" })), [
    ["of", "items"],
    ["Loans", "61,227.1234"],
    ["Visits &lt;i&gt;", "\u22126,618"],
  ]);
});

Deno.test("two values keep the order of their fields", () => {
  const rows = [{ of: "Users", after: 2, before: 1 }];
  assertEquals(dataOf(dumbbellX(rows, { x1: "after", x2: "before", y: "of" })), [
    ["of", "after", "before"],
    ["Users", "2", "1"],
  ]);
});

Deno.test("years have no groups, lists and what is nothing are told as such", () => {
  const rows = [{ year: "2015", count: 1234 }, { year: "2016", count: 5, note: ["a"] }];
  assertEquals(dataOf(Plot.dot(rows, { x: "year", y: "count" })), [
    ["year", "count", "note"],
    ["2015", "1,234", "–"],
    ["2016", "5", "a"],
  ]);
});

Deno.test("rows that several marks share stand once, and a figure without rows has no table", () => {
  const rows = [{ a: 1, b: 2 }];
  const both = Plot.plot({
    marks: [Plot.dot(rows, { x: "a", y: "b" }), Plot.text(rows, { x: "a", y: "b", text: "b" })],
  });
  assertEquals(dataOf(both), [["a", "b"], ["1", "2"]]);
  assertEquals(dataOf(Plot.frame()), []);
});

Deno.test("of many rows the first two hundred stand there, with how many there are", () => {
  const rows = Array.from({ length: 1234 }, (_, at) => ({ at, square: at ** 2 }));
  const drawn = Plot.dot(rows, { x: "at", y: "square" });
  assertEquals(dataOf(drawn).filter((row) => row.length === 2 && row[0] !== "at").length, 200);
  assertEquals(/200.*1,?234/.test(String(bundleOf(drawn)["text/html"])), true);
});

Deno.test("rows of a report have their headings and labels, and what a row rests on is no column", async () => {
  const { implied } = await openReport(undefined, { language: "en" });
  const [headings] = dataOf(Plot.dot(implied.slice(0, 2), { x: "low", y: "statement" }));
  assertEquals(headings, ["Quantity", "Value", "Unit", "Lines"]);
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg" role="img" width="720" height="9">ё</svg>';

Deno.test("a figure shows as an image that any front end lets through, as SVG and as text", () => {
  const bundle = figureBundle({ svg, alt: 'Читатели "&" <книги>' });
  const html = String(bundle["text/html"]);
  assertStringIncludes(html, 'alt="Читатели &quot;&amp;&quot; &lt;книги&gt;" width="720"');
  const [, data] = /base64,([^"]+)"/.exec(html) ?? [];
  assertEquals(new TextDecoder().decode(Uint8Array.fromBase64(data)), svg);
  assertEquals([bundle["image/svg+xml"], bundle["text/plain"]], [svg, 'Читатели "&" <книги>']);
});

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

Deno.test("of bars that count rows the groups are told, of others the rows", () => {
  const visits = ["fair", "quest", "fair"].map((kind, at) => ({ kind, year: `${2015 + at % 2}` }));
  const told = (mark: ReturnType<typeof Plot.barX>) =>
    String(Plot.plot({ title: "Events", marks: [mark] })[display]()["text/plain"]);
  const byKind = { y: "kind" } as const;
  assertEquals(
    told(Plot.barX(visits, Plot.groupY({ x: "count" }, byKind))),
    "Events. fair: 2; quest: 1",
  );
  const parted = Plot.groupX({ y: "count" }, { x: "kind", fill: "year" });
  assertEquals(told(Plot.barY(visits, parted)), "Events. fair, 2015: 2; quest, 2016: 1");
  assertEquals(
    told(Plot.tickX(visits, Plot.groupY({ x: "count" }, byKind))).includes("fair: 2015"),
    true,
  );
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
