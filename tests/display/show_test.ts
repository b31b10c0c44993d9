import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import {
  aggregate,
  audit,
  display,
  exact,
  judgeFindings,
  loadReport,
  md,
  openReport,
  show,
  table,
} from "report";
import { richForm } from "../../lib/display/show.ts";

const report = await loadReport("kuzbass-2016");
const { verdicts } = audit(report);
const findings = judgeFindings(report, verdicts);

function formOf(value: unknown, language: "en" | "ru" = "en"): Record<string, string> {
  const form = richForm(value);
  assert(form, "expected a rich form");
  return Object.fromEntries(
    Object.entries(form(language)[display]()).map(([type, text]) => [type, String(text)]),
  );
}

Deno.test("every table of a report shows as a table under a hundred kilobytes, in HTML and text", () => {
  const tables = Object.entries(report).filter(([, rows]) => Array.isArray(rows));
  assert(tables.length > 20);
  for (const [name, rows] of tables) {
    const bundle = formOf(rows);
    assertStringIncludes(bundle["text/html"], "<table>", name);
    assert(bundle["text/plain"].length > 0, name);
    assert(new TextEncoder().encode(JSON.stringify(bundle)).length < 100_000, name);
  }
});

Deno.test("arrays of verdicts and of findings are tables of what was found", () => {
  assertStringIncludes(formOf(verdicts)["text/plain"], "Recomputed");
  assertStringIncludes(formOf(findings, "ru")["text/plain"], "На чём держится");
});

Deno.test("lists, labels and relations are written, years have no groups, fields that lack are dashes", () => {
  const html = formOf([
    { year: 2016, count: 2016, tags: ["a", "b"], label: { ru: "Дети", en: "Children" } },
    { year: 2015, count: 12345, tags: [], label: { ru: "Молодёжь", en: "Youth" }, note: "<i>" },
  ])["text/html"];
  for (const cell of [">2016</td>", ">12,345</td>", ">a, b</td>", ">Children</td>", ">–</td>"]) {
    assertStringIncludes(html, cell);
  }
  assertStringIncludes(html, "&lt;i&gt;");
  assertStringIncludes(formOf(report.claims)["text/html"], "= table1.users.2016 − ");
});

Deno.test("a dataset that is too large says how much of it stands there, and offers no part of it as CSV", () => {
  const rows = Array.from({ length: 9_000 }, (_, id) => ({ id, text: "Посещения и выдачи" }));
  const bundle = formOf(rows, "ru");
  assertStringIncludes(bundle["text/html"], "из 9000");
  assertEquals(bundle["text/html"].includes("data-name"), false);
  assertStringIncludes(bundle["text/plain"], "ещё 8988");
  assert(new TextEncoder().encode(bundle["text/html"]).length < 100_000);
});

Deno.test("what is nothing of the kind has no rich form, what shows itself does", () => {
  const others = [1, "a", null, undefined, [], [1], [[1]], {}, { a: 1 }, [new Date(0)], new Map()];
  for (const value of others) assertEquals(richForm(value), undefined, String(value));
  assertEquals(formOf(md`*a*`)["text/markdown"], "*a*");
});

Deno.test("model values stay plain data: showing them adds nothing to them", () => {
  const before = Reflect.ownKeys(report.observations).length;
  formOf(report.observations);
  assertEquals(Reflect.ownKeys(report.observations).length, before);
  assertEquals(display in report.observations, false);
});

Deno.test("a report and an opened one say how many rows their tables have, and stay short", async () => {
  const { "text/plain": text } = formOf(report);
  assert(new RegExp(`observations +${report.observations.length}`).test(text), text);
  assert(JSON.stringify(formOf(report)).length < 10_000);
  const opened = formOf(await openReport(undefined, { language: "en" }));
  assert(new RegExp(`observations +${report.observations.length}`).test(opened["text/plain"]));
  assert(JSON.stringify(opened).length < 10_000);
});

Deno.test("records that stand there in full hold their CSV, of many the first rows are no table to save", () => {
  const rows = [{ year: 2016, share: 0.5, tags: ["a", "b"], note: null }];
  assertEquals(formOf(rows, "ru")["text/csv"], 'year,share,tags,note\n2016,0.5,"a, b",\n');
  const many = Array.from({ length: 9_000 }, (_, id) => ({ id, text: "Посещения и выдачи" }));
  assertEquals("text/csv" in formOf(many), false);
});

Deno.test("records hold exact numbers, days and big integers as an analyst reads them", () => {
  const rows = [{
    exact: exact("1/4"),
    read: { form: "number", value: exact(1250), count: 3n },
    day: new Date(Date.UTC(2016, 0, 1)),
    big: 10n,
  }];
  assertEquals(
    formOf(rows)["text/csv"],
    'exact,read,day,big\n0.25,"{""form"":""number"",""value"":1250,""count"":""3""}",2016-01-01,10\n',
  );
});

Deno.test("groups of rows with several values say how often these are counted, others do not", () => {
  const rows = [{ themes: ["a", "b"], kind: "x" }, { themes: ["a"], kind: "x" }];
  const shown = formOf(aggregate(rows, { group: "themes" }))["text/plain"];
  assertStringIncludes(shown, "a row with several values counts for each: 2 rows, counted 3 times");
  assertMatch(shown, /^a +2 +2$/m);
  assertEquals(formOf(aggregate(rows, { group: "kind" }))["text/plain"].includes("counted"), false);
});

Deno.test("a column that somebody adds stands in place of the one of its name", async () => {
  const { observations } = await openReport(undefined, { language: "en" });
  const rows = observations.map((row) => ({
    ...row,
    Place: "here",
    Added: { text: "≥ 5", value: 5 },
  }));
  const { "text/plain": text } = formOf(rows);
  assertMatch(text, /Counted over +Place +When +Printed +Unit +Line +Added/);
  assertMatch(text, /here .* ≥ 5$/m);
});

async function printedBy(run: () => Promise<void>): Promise<unknown[]> {
  const printed: unknown[] = [];
  const original = console.log;
  console.log = (...values) => printed.push(...values);
  try {
    await run();
  } finally {
    console.log = original;
  }
  return printed;
}

Deno.test("outside a notebook, show prints the text form", async () => {
  assertEquals(await printedBy(() => show(md`**9** of \`10\``)), ["9 of 10"]);
  const [text] = await printedBy(() =>
    show(table([{ a: 1 }], { name: "t", title: "T", source: "S", language: "en" }))
  );
  assertEquals(text, "T\n\na\n─\n1\n\nS");
});

Deno.test("outside a notebook, show prints any other value as it is", async () => {
  assertEquals(await printedBy(() => show({ a: 1 })), [{ a: 1 }]);
  assertEquals(await printedBy(() => show(null)), [null]);
});
