import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { parse } from "@std/csv";
import { type ColumnStyle, display, table } from "report";
import { tableScript } from "../../lib/tables/table_html.ts";

const caption = { name: "users", title: "Users", source: "Table 1", language: "en" } as const;
const rows = [
  { quantity: "Users", year: 267826, change: -457 },
  { quantity: "Remote users", year: 9858, change: 70 },
];

Deno.test("a table's numbers are written in its language, with a true minus", () => {
  const english = String(table(rows, caption)[display]()["text/html"]);
  assertStringIncludes(english, ">267,826</td>");
  assertStringIncludes(english, ">\u2212457</td>");
  const russian = String(table(rows, { ...caption, language: "ru" })[display]()["text/html"]);
  assertStringIncludes(russian, ">267\u00a0826</td>");
});

Deno.test("a signed column shows a plus, and none has zeros that its numbers have not", () => {
  const { [display]: bundle } = table(rows, {
    ...caption,
    columns: { change: { signed: true }, year: { decimals: 1 } },
  });
  assertStringIncludes(String(bundle()["text/plain"]), "+70");
  assertStringIncludes(String(bundle()["text/plain"]), "9,858 ");
});

Deno.test("a table rounds a half away from zero, by the decimal that a number is (VISCfunctions, pull request 156)", () => {
  const shown = (columns: Record<string, ColumnStyle>) =>
    String(
      table([2.675, 1.115, -0.545, 8.2, 10, 0.0456].map((v) => ({ k: "a", v })), {
        ...caption,
        columns,
      })[display]()["text/plain"],
    ).split("\n").slice(4, 10).map((line) => line.replace(/^a +/, "").trim());
  const expected = ["2.68", "1.12", "\u22120.55", "8.2", "10"];
  assertEquals(shown({}), [...expected, "0.046"]);
  assertEquals(shown({ v: { decimals: 2 } }), [...expected, "0.05"]);
});

Deno.test("columns of numbers stand right, columns with texts left, where nothing else is given", () => {
  const html = String(table(rows, caption)[display]()["text/html"]);
  assertStringIncludes(html, '<th scope="col" align="left" style="text-align:left">quantity</th>');
  assertStringIncludes(html, '<th scope="col" align="right" style="text-align:right">year</th>');
  const told = table(rows, { ...caption, columns: { quantity: { align: "right" } } });
  assertStringIncludes(
    String(told[display]()["text/html"]),
    'align="right" style="text-align:right">quantity',
  );
});

Deno.test("HTML of every text is escaped", () => {
  const hostile = table([{ "<b>": "<script>alert(1)</script>" }], {
    ...caption,
    title: 'a "<i>"',
    source: "<img src=x>",
  });
  const html = String(hostile[display]()["text/html"]).replace(tableScript, "");
  for (const tag of ["<script>alert", "<img", "<i>", "<b></th>"]) {
    assertEquals(html.includes(tag), false, tag);
  }
});

Deno.test("the CSV of a table gives its rows back, with commas, quotes and line feeds", () => {
  const { csv } = table([{ a: 'x, "y"\nz', b: -1.5 }, { a: "", b: null }], caption);
  assertEquals(parse(csv), [["a", "b"], ['x, "y"\nz', "-1.5"], ["", ""]]);
});

Deno.test("an unknown number is a dash", () => {
  const { [display]: bundle } = table([{ a: "x", b: null }, { a: "y", b: 2 }], caption);
  assertStringIncludes(String(bundle()["text/html"]), ">–</td>");
});

Deno.test("text columns line up", () => {
  const text = String(table(rows, caption)[display]()["text/plain"]).split("\n");
  assertEquals(text[2], "quantity         year  change");
  assertEquals(text[5], "Remote users    9,858      70");
});

Deno.test("a heading that is a whole number is refused, as it would change the order", () => {
  const years = [{ quantity: "Users", "2016": 1 }];
  assertThrows(() => table(years, caption), RangeError, 'found "2016"');
});

Deno.test("a table without rows, with ragged rows or with a style of no column is refused", () => {
  assertThrows(() => table([], caption), RangeError, 'Cannot make table "users": expected rows');
  const ragged: Record<string, number>[] = [{ a: 1, b: 2 }, { a: 1 }];
  assertThrows(() => table(ragged, caption), RangeError, "expected columns a, b in row 2, found a");
  const columns = { absent: {} };
  assertThrows(() => table(rows, { ...caption, columns }), RangeError, "found absent");
});
