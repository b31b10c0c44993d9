import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { aggregate, explore, openReport, seriesOf, show, table, UsageError } from "report";
import { optionProblems, tellUnknown } from "../../lib/errors/did_you_mean.ts";

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

const told = () => tellUnknown({ table: () => 1, rows: [2] }, "read the report");

Deno.test("a name that an object does not have is told, with what was probably meant", () => {
  assertThrows(
    () => (told() as unknown as { tabel(): number }).tabel(),
    UsageError,
    'Cannot read the report: expected a name that is there, found "tabel"; did you mean "table", "rows"?',
  );
  assertEquals(told().table(), 1);
});

Deno.test("an object that tells is awaited, copied and written as any other", async () => {
  assertEquals(await Promise.resolve(told()).then(({ rows }) => rows), [2]);
  assertEquals(JSON.stringify(told()), '{"rows":[2]}');
  assertEquals(Object.keys({ ...told() }), ["table", "rows"]);
  assertEquals(Deno.inspect(told()), "Object <{}> { table: [Function: table], rows: [ 2 ] }");
  assertEquals([`${told()}`, "rows" in told(), "tabel" in told()], [
    "[object Object]",
    true,
    false,
  ]);
  assertEquals(Reflect.get(told(), Symbol.for("Jupyter.display")), undefined);
  assertEquals(structuredClone({ ...told(), table: 0 }), { table: 0, rows: [2] });
});
