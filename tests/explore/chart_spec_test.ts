import { assert, assertEquals } from "@std/assert";
import { chartSpec, type ExplorerSettings } from "../../lib/explore/chart_spec.ts";
import { listColumns } from "../../lib/explore/column.ts";
import { completeExploration, type Exploration } from "../../lib/explore/exploration.ts";
import type { PlainRow } from "../../lib/rows/group_rows.ts";
import { plotCode, startCode, wholeTicksOf } from "../../lib/explore/plot_code.ts";
import { events } from "./sample_rows.ts";

const settings: ExplorerSettings = {
  rows: "events",
  counted: "Events",
  named: "",
  colors: {},
  source: "Source: own count",
  language: "en",
};

function specOf(wanted: Partial<Exploration>, rows: readonly PlainRow[] = events) {
  const columns = listColumns(rows);
  return chartSpec(completeExploration(wanted, columns), { rows, columns, settings });
}

Deno.test("a filter stands in the title, the source line and the code", () => {
  const spec = specOf({ group: "kind", where: { year: ["2016"] } });
  assertEquals(spec.title, "Events by kind (Year: 2016)");
  assertEquals(spec.source, "Source: own count; 4 of 6 rows");
  const code = plotCode(spec, settings);
  assert(code.includes('filterRows(events, { year: "2016" })'));
  assert(code.includes(JSON.stringify(spec.title)) && code.includes(JSON.stringify(spec.source)));
  const many = specOf({ group: "kind", where: { name: events.map(({ name }) => name) } });
  assertEquals(
    many.title,
    "Events by kind (Name: Night of books, Night of films, Chess, 3 more)",
  );
});

Deno.test("of rows that count several times it is said how often", () => {
  assertEquals(specOf({ group: "kind" }).note, "");
  assertEquals(
    specOf({ group: "themes" }).note,
    "A row with several values counts for each: 6 rows, counted 8 times",
  );
});

Deno.test("groups and series that are too many are told, and none is hidden", () => {
  const rows = Array.from({ length: 30 }, (_, at) => ({ of: `${at}`, by: `${at % 12}` }));
  const spec = specOf({ group: "of", series: "by", limit: 10 }, rows);
  assertEquals(spec.note, "10 of 30 groups");
  const all = specOf({ group: "of", series: "by", limit: 0 }, rows);
  assertEquals([all.series.length, all.series[7].label, all.shown.length], [8, "Others", 30]);
  assert(plotCode(all, settings).includes("mostSeries: 7"));
});

Deno.test("rows of one value at one place are one dot that counts them", () => {
  const rows = [{ of: "a", n: 3 }, { of: "a", n: 3 }, { of: "a", n: 4 }];
  const { shown } = specOf({ group: "of", measure: "n", statistic: "each" }, rows);
  assertEquals(shown.map(({ value, rows }) => [value, rows.length]), [[3, 2], [4, 1]]);
});

Deno.test("an axis of few counts has whole ticks", () => {
  assertEquals(wholeTicksOf(specOf({ group: "kind" })), 2);
  assertEquals(wholeTicksOf(specOf({ group: "kind", measure: "guests" })), undefined);
});

Deno.test("the code is short, and what is chosen can be shown again", () => {
  const spec = specOf({ group: "kind", series: "year" });
  assertEquals(plotCode(spec, settings).split("\n"), [
    'import { aggregate, Plot, seriesOf } from "report";',
    "",
    'const byKind = aggregate(events, { group: "kind", series: "year" });',
    'Plot.barX(byKind, { x: "value", y: "group", fill: "series", sort: { y: null } }).plot({',
    '  title: "Events by kind and year",',
    '  caption: "Source: own count",',
    '  x: { label: "Events", grid: true, ticks: 2 },',
    "  y: { label: null },",
    "  color: { legend: true, domain: seriesOf(byKind) },",
    "})",
  ]);
  const start = startCode(spec.exploration);
  assertEquals(
    start,
    'start: { group: "kind", series: "year", chart: "bars", limit: 20 },',
  );
});

Deno.test("the Plot part of the code is about six lines, and twelve at most, whatever is chosen", () => {
  const keys = ["name", "kind", "year", "themes"];
  const filters: Exploration["where"][] = [{}, { year: ["2016"] }, { themes: ["games", "film"] }];
  const lengths = keys.flatMap((group) =>
    ["", ...keys].flatMap((series) =>
      (["bars", "shares", "dots", "line", "matrix", "table"] as const).flatMap((chart) =>
        ["", "guests"].flatMap((measure) =>
          filters.map((where) => {
            const spec = specOf({ group, series, chart, measure, where });
            const lines = plotCode(spec, settings).split("\n");
            return lines.length - lines.findIndex((line) => /^(Plot|await)\b/.test(line));
          })
        )
      )
    )
  ).toSorted((a, b) => a - b);
  assertEquals([lengths[Math.floor(lengths.length / 2)], lengths.at(-1)], [7, 12]);
});
