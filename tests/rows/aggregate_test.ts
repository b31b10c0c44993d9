import { UsageError } from "../../lib/errors/usage_error.ts";
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { aggregate, explore } from "report";
import { events } from "../explore/sample_rows.ts";

const valuesOf = (of: readonly { readonly group: string; readonly value: number }[]) =>
  of.map(({ group, value }) => [group, value]);

Deno.test("rows are counted by group, the greatest first", () => {
  const of = (kind: string) => events.filter((row) => row.kind === kind);
  assertEquals(aggregate(events, { group: "kind" }), [
    { group: "campaign", series: "", value: 2, rows: of("campaign") },
    { group: "club", series: "", value: 2, rows: of("club") },
    { group: "quest", series: "", value: 2, rows: of("quest") },
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
    "Cannot aggregate rows: expected one of the columns name, kind, year, themes, guests, " +
      'found "kin"; did you mean "kind", "name", "year"?; ' +
      "expected one of the columns name, kind, year, themes, guests, " +
      'found "yaer"; did you mean "year", "name", "kind"?; ' +
      'expected a measure for the statistic "sum", found none',
  );
});

Deno.test("a call without a column to group by is told in a sentence", () => {
  const call = aggregate as (rows: readonly object[]) => unknown;
  assertThrows(() => call(events), UsageError, "expected the column to group by, found none");
});

Deno.test("a measure of texts is refused with the rows at fault", () => {
  const values = ["1 234", 7, null, "5*", "6", "n/a"];
  const rows = values.map((value) => ({ place: "town", value }));
  const { message } = assertThrows(
    () => aggregate(rows, { group: "place", measure: "value" }),
    UsageError,
  );
  assertEquals(
    message,
    'Cannot aggregate rows: expected numbers in "value", found "1 234" in row 1, "5*" in row 4, ' +
      '"6" in row 5 and 1 more',
  );
  assertThrows(
    () => explore(rows, { rows: "rows", source: "Own", start: { measure: "value" } }),
    UsageError,
    'Cannot explore "rows": expected numbers in "value", found "1 234" in row 1',
  );
});

Deno.test("of many series the most frequent are kept, and the others are one", () => {
  const kinds = [..."aaaabbbccd"], rows = kinds.map((kind) => ({ place: "town", kind }));
  const parts = aggregate(rows, { group: "place", series: "kind", mostSeries: 2 });
  assertEquals(parts.map(({ series, value }) => [series, value]), [["a", 4], ["b", 3], [
    "Others",
    3,
  ]]);
  const listed = [{ place: "town", kind: ["d", "e", "a"] }, ...rows];
  const others = aggregate(listed, { group: "place", series: "kind", mostSeries: 2 });
  const { rows: last, ...rest } = others.at(-1)!;
  assertEquals([rest, last.length], [{ group: "town", series: "Others", value: 4 }, 4]);
  const named = { group: "place", series: "kind", mostSeries: 2, others: "the rest" } as const;
  assertEquals(aggregate(rows, named).at(-1)?.series, "the rest");
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
    assertEquals(parts.flatMap((part) => part.rows).length, rows.length);
  }));
});
