import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { aggregate, explore, openReport, seriesOf, show, table, UsageError } from "report";
import { optionProblems } from "../../lib/errors/assert_options.ts";

const rows = [{ kind: "quest", guests: 20 }];

/** A call as a cell makes it, where nobody reads types. */
// deno-lint-ignore no-explicit-any
const unread = (call: (...given: any[]) => unknown, ...given: unknown[]) => () => call(...given);

Deno.test("a misspelt option of any function is told, with what was probably meant", async () => {
  const caption = { name: "a", title: "A", source: "Own", language: "en" };
  const calls: [() => unknown, string][] = [
    [unread(aggregate, rows, { group: "kind", limt: 3 }), 'found "limt"; did you mean "limit"'],
    [unread(explore, rows, { sorce: "Own" }), 'found "sorce"; did you mean "source"'],
    [unread(explore, rows, { start: { gruop: "kind" } }), 'found "gruop"; did you mean "group"'],
    [unread(seriesOf, [], { other: "rest" }), 'found "other"; did you mean "others"?'],
    [unread(table, rows, { ...caption, tittle: "B" }), 'found "tittle"; did you mean "title"'],
    [
      unread(table, rows, { ...caption, columns: { guests: { decimal: 1 } } }),
      'found "decimal"; did you mean "decimals"',
    ],
  ];
  for (const [call, message] of calls) assertThrows(call, UsageError, message);
  const langage = { langage: "ru" } as object;
  const meant = 'found "langage"; did you mean "language"';
  await assertRejects(() => openReport(undefined, langage), UsageError, meant);
  await assertRejects(() => show(1, langage), UsageError, meant);
});

Deno.test("a value that an option cannot have is told, with those that it can", () => {
  const known = { chart: ["bars", "dots"], limit: null };
  assertEquals(optionProblems({ chart: "bars", limit: 3 }, known), []);
  assertEquals(optionProblems({ chart: "bar", limit: 3 }, known), [
    'expected chart "bars" or "dots", found "bar"',
  ]);
  assertEquals(optionProblems("bars" as unknown as { chart: string; limit: number }, known), [
    'expected options such as { chart: … }, found "bars"',
  ]);
  assertThrows(
    unread(aggregate, rows, { group: "kind", measure: "guests", statistic: "avg" }),
    UsageError,
    'expected statistic "count" or "sum" or "mean" or "median" or "each", found "avg"',
  );
});
