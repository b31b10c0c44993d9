import { assertEquals } from "@std/assert";
import { exact } from "report";
import { listColumns } from "../../lib/explore/column.ts";
import { choices, completeExploration } from "../../lib/explore/exploration.ts";
import { plainValue } from "../../lib/rows/group_rows.ts";
import { events } from "./sample_rows.ts";

const columns = listColumns(events, { labels: { kind: "Kind" }, units: { guests: "people" } });

Deno.test("columns are measures, groups, or neither", () => {
  assertEquals(
    columns.map(({ key, isMeasure, isGroup, ordered }) => ({
      key,
      isMeasure,
      isGroup,
      ordered,
    })),
    [
      { key: "name", isMeasure: false, isGroup: true, ordered: false },
      { key: "kind", isMeasure: false, isGroup: true, ordered: false },
      { key: "year", isMeasure: false, isGroup: true, ordered: true },
      { key: "themes", isMeasure: false, isGroup: true, ordered: false },
      { key: "guests", isMeasure: true, isGroup: true, ordered: false },
    ],
  );
  const long = listColumns([{ a: "x".repeat(121), b: 0.5 }]);
  assertEquals(long.map(({ isGroup }) => isGroup), [false, false]);
});

Deno.test("a column without a name of its own is called by words with one capital", () => {
  const called = {
    kindLabel: "Kind label",
    part_of: "Part of",
    bookISBN: "Book ISBN",
    ISBN: "ISBN",
    ISBNCode: "ISBN code",
    URL: "URL",
    "New York": "New York",
    q1Total: "Q1 total",
    видКниги: "Вид книги",
    "2016": "2016",
  };
  const columns = listColumns([Object.fromEntries(Object.keys(called).map((key) => [key, 1]))]);
  assertEquals(Object.fromEntries(columns.map(({ key, label }) => [key, label])), called);
});

Deno.test("exact numbers, dates and links become plain values, and no number is absent", () => {
  assertEquals(plainValue(exact("1/4")), 0.25);
  assertEquals(plainValue(new Date("2016-05-01T10:00:00Z")), "2016-05-01");
  assertEquals(plainValue({ text: "Users", href: "a.ipynb" }), "Users");
  assertEquals(plainValue(NaN), null);
  assertEquals(plainValue(["b", "", "b", 3]), ["b", "3"]);
  assertEquals(plainValue(true), "true");
});

Deno.test("what does not go together is mended", () => {
  const lines = completeExploration({ group: "kind", chart: "line" }, columns);
  assertEquals([lines.chart, lines.order], ["bars", "most"]);
  const means = completeExploration(
    { group: "kind", series: "year", measure: "guests", statistic: "mean" },
    columns,
  );
  assertEquals([means.chart, means.series], ["dots", "year"]);
  const same = completeExploration({ group: "year", series: "year" }, columns);
  assertEquals([same.series, same.order], ["", "name"]);
  const counted = completeExploration(
    { group: "year", statistic: "mean", measure: "absent" },
    columns,
  );
  assertEquals([counted.measure, counted.statistic], ["", "count"]);
});

Deno.test("colours are offered for every column that can be grouped by, but the group", () => {
  const rows = Array.from({ length: 9 }, (_, index) => ({ many: `${index}`, few: "a", by: "b" }));
  const nine = listColumns(rows);
  const { series } = choices(completeExploration({ group: "by" }, nine), nine);
  assertEquals(series.map(({ key }) => key), ["many", "few"]);
});
