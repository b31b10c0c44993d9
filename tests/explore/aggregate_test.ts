import { UsageError } from "../../lib/model/usage_error.ts";
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { aggregate, countBy, loadReport } from "report";
import { events } from "./sample_rows.ts";

const valuesOf = (of: readonly { readonly group: string; readonly value: number }[]) =>
  of.map(({ group, value }) => [group, value]);

Deno.test("rows are counted by group, the greatest first", () => {
  assertEquals(aggregate(events, { group: "kind" }), [
    { group: "campaign", series: "", value: 2, rows: 2 },
    { group: "club", series: "", value: 2, rows: 2 },
    { group: "quest", series: "", value: 2, rows: 2 },
  ]);
});

Deno.test("a row with a list belongs to each value of it, one with none to a dash", () => {
  assertEquals(valuesOf(aggregate(events, { group: "themes" })), [
    ["games", 3],
    ["reading", 2],
    ["film", 1],
    ["–", 1],
    ["history", 1],
  ]);
});

Deno.test("statistics leave out rows without a number", () => {
  const of = (statistic: "sum" | "mean" | "median") =>
    valuesOf(aggregate(events, { group: "kind", measure: "guests", statistic }));
  assertEquals(of("sum"), [["campaign", 200], ["quest", 33], ["club", 27]]);
  assertEquals(of("mean"), [["campaign", 100], ["quest", 33], ["club", 13.5]]);
  assertEquals(of("median"), [["campaign", 100], ["quest", 33], ["club", 13.5]]);
  const each = aggregate(events, { group: "kind", measure: "guests", statistic: "each" });
  assertEquals(valuesOf(each).filter(([group]) => group === "club"), [["club", 12], ["club", 15]]);
});

Deno.test("a measure with texts is refused, by the first of them, unless rows are counted", () => {
  const rows = [{ g: "a", v: null }, { g: "a", v: 7 }, { g: "b", v: "12 500" }];
  assertThrows(
    () => aggregate(rows, { group: "g", measure: "v" }),
    UsageError,
    'Cannot aggregate rows: wanted numbers in the measure "v", found "12 500" in row 3',
  );
  const counted = aggregate(rows, { group: "g", measure: "v", statistic: "count" });
  assertEquals(valuesOf(counted), [["a", 2], ["b", 1]]);
});

Deno.test("a filter keeps rows that have one of the values in every column", () => {
  const where = { year: ["2016"], themes: ["games", "film"] };
  const kept = aggregate(events, { group: "name", where, order: "name" });
  assertEquals(valuesOf(kept), [["Chess", 1], ["Map of the town", 1], ["Night of films", 1]]);
});

Deno.test("a limit keeps whole groups, with every part of them", () => {
  const parts = aggregate(events, { group: "kind", series: "year", order: "name", limit: 2 });
  assertEquals(parts.map(({ group, series, value }) => [group, series, value]), [
    ["campaign", "2016", 1],
    ["campaign", "2015", 1],
    ["club", "2016", 1],
    ["club", "2015", 1],
  ]);
});

Deno.test("what is asked for and is not there is refused, all at once", () => {
  const asked = { group: "kin", statistic: "sum", where: { yaer: ["2016"] } } as const;
  const { message } = assertThrows(
    // @ts-expect-error: neither column is one of the rows'
    () => aggregate(events, asked),
    UsageError,
  );
  assertEquals(
    message,
    "Cannot aggregate rows: wanted one of the columns name, kind, year, themes, guests, " +
      'found "kin"; wanted one of the columns name, kind, year, themes, guests, found "yaer"; ' +
      'wanted a measure for the statistic "sum", found none',
  );
});

Deno.test("sums and counts of parts add up to those of the rows, whatever these are", () => {
  const row = fc.record({
    place: fc.constantFrom("a", "b", "c", ""),
    year: fc.constantFrom("2015", "2016"),
    count: fc.integer({ min: -1000, max: 1000 }),
  });
  fc.assert(fc.property(fc.array(row), (rows) => {
    const total = rows.reduce((sum, { count }) => sum + count, 0);
    const parts = aggregate(rows, { group: "place", series: "year", measure: "count" });
    assertEquals(parts.reduce((sum, { value }) => sum + value, 0), total);
    assertEquals(parts.reduce((sum, part) => sum + part.rows, 0), rows.length);
  }));
});

Deno.test("initiatives are counted as countBy counts them", async () => {
  const { initiatives } = await loadReport();
  for (const field of ["kind", "themes", "territory", "audience"] as const) {
    const counted = aggregate(initiatives, { group: field }).filter(({ group }) => group !== "–");
    const wanted = countBy(initiatives, field).map(({ value, count }) => [value, count]);
    assertEquals(new Map(valuesOf(counted) as [string, number][]), new Map(wanted as []));
  }
});
