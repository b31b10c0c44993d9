import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  changeFigure,
  dumbbellFigure,
  matrixFigure,
  openReport,
  Plot,
  plotFigure,
  tallyFigure,
} from "report";
import { richForm } from "../../lib/display/rich_form.ts";
import { display } from "../../lib/model/displayable.ts";
import type { Figure } from "../../lib/figures/figure.ts";
import { samples } from "./samples.ts";

const caption = {
  name: "figure",
  title: "Title",
  alt: "What it shows.",
  source: "Own",
  language: "en",
} as const;

/** The rows of the table below a figure: the texts of its cells, headings first. */
function dataOf(figure: Figure): string[][] {
  const html = String(figure[display]()["text/html"]);
  const table = html.slice(html.indexOf("<details><summary"));
  return [...table.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell)
  );
}

for (const { kind, values, language, draw } of samples) {
  Deno.test(`figure ${kind}-${values}-${language} has what it draws behind a disclosure`, () => {
    const figure = draw();
    const html = String(figure[display]()["text/html"]);
    if (figure.rows.length === 0) return assertEquals(html.includes("<details>"), false);
    assertStringIncludes(html, `>${language === "ru" ? "Данные" : "Data"}</summary>`);
    const [headings, ...rows] = dataOf(figure);
    assert(rows.length > 0);
    assertEquals(rows.filter((row) => row.length > 0 && row.length !== headings.length), []);
    assertEquals(/undefined|NaN|\[object/.test(dataOf(figure).join()), false);
  });
}

Deno.test("values stand under their unit, in the language, to the last decimal", () => {
  const rows = [{ label: "Loans", value: 61227.1234 }, { label: "Visits <i>", value: -6618 }];
  assertEquals(dataOf(changeFigure({ rows, unit: "items" }, caption)), [
    ["What", "Value, items"],
    ["Loans", "61,227.1234"],
    ["Visits &lt;i&gt;", "\u22126,618"],
  ]);
});

Deno.test("two values keep the order of their ends, also where these are years", () => {
  const rows = [{ label: "Users", from: 2, to: 1 }];
  assertEquals(dataOf(dumbbellFigure({ rows, ends: ["2016", "2015"], unit: "" }, caption)), [
    ["What", "2016", "2015"],
    ["Users", "2", "1"],
  ]);
});

Deno.test("signs are counted, cells of a matrix stand where they are drawn", () => {
  const tally = tallyFigure({
    rows: [{ row: "A", category: "x" }, { row: "A", category: "x" }, { row: "B", category: "y" }],
    categories: [{ id: "x", label: "X", color: "#000000" }, {
      id: "y",
      label: "Y",
      color: "#ffffff",
    }],
    unit: "claim",
  }, caption);
  assertEquals(dataOf(tally), [["What", "X", "Y", "total"], ["A", "2", "0", "2"], [
    "B",
    "0",
    "1",
    "1",
  ]]);
  const matrix = matrixFigure({
    rows: [
      { row: "A", column: "P", shade: 1, text: "1 of 1" },
      { row: "B", column: "Q", shade: null, text: "–" },
    ],
    legend: { pale: "none", dark: "all" },
  }, caption);
  assertEquals(dataOf(matrix), [["What", "P", "Q"], ["A", "1 of 1", "–"], ["B", "–", "–"]]);
});

Deno.test("a category without records is in no legend, and the others keep their signs", () => {
  const categories = ["x", "y", "z"].map((id) => ({ id, label: `sign ${id}`, color: "#123456" }));
  const drawn = (...ids: readonly string[]) => {
    const rows = ids.map((category) => ({ row: "A", category }));
    const figure = tallyFigure({ rows, categories, unit: "claim" }, caption);
    const signs = figure.svg.matchAll(/<path[^>]* d="([^"]+)"/g).map(([, outline]) => outline);
    return { heading: dataOf(figure)[0], signs: new Set(signs) };
  };
  const all = drawn("x", "y", "z"), some = drawn("x", "z");
  assertEquals(some.heading, ["What", "sign x", "sign z", "total"]);
  assertEquals([all.signs.size - some.signs.size, some.signs.isSubsetOf(all.signs)], [1, true]);
});

Deno.test("a plot of one's own shows the fields of its rows, and none without rows", () => {
  const plot = { marks: [] };
  const rows = [{ year: "2015", count: 1234 }, { year: "2016", count: 5, note: ["a"] }];
  assertEquals(dataOf(plotFigure({ plot, rows }, caption)), [
    ["year", "count", "note"],
    ["2015", "1,234", "–"],
    ["2016", "5", "a"],
  ]);
  assertEquals(
    String(plotFigure({ plot }, caption)[display]()["text/html"]).includes("<details>"),
    false,
  );
});

Deno.test("SVG and alternative text of a figure do not depend on its table", () => {
  const plot = { marks: [] };
  const bare = plotFigure({ plot }, caption),
    told = plotFigure({ plot, rows: [{ a: 1 }] }, caption);
  assertEquals([told.svg, told[display]()["text/plain"]], [bare.svg, caption.alt]);
});

Deno.test("rows of a report have their headings and labels, and what a row rests on is no column", async () => {
  const { implied } = await openReport({ language: "en" });
  const marks = [Plot.dot(implied.slice(0, 2), { x: "low", y: "statement" })];
  const html = String(richForm(Plot.plot({ marks }))?.("en")[display]()["text/html"]);
  const headings = [...html.matchAll(/<th [^>]*>([^<]*)<\/th>/g)].map(([, text]) => text);
  assertEquals(headings, ["Quantity", "Value", "Unit", "Lines"]);
});
