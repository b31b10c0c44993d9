import { UsageError } from "../../lib/errors/usage_error.ts";
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { display, explore, type ExploreOptions, loadReport, openReport } from "report";
import { scriptJson } from "../../lib/explore/explore.ts";
import { events } from "./sample_rows.ts";

const options = { rows: "events", source: "Own count", language: "en" } as const;

function htmlOf(
  rows: readonly object[],
  more: Partial<ExploreOptions<Record<string, unknown>>> = {},
): string {
  const all = rows as readonly Record<string, unknown>[];
  return String(explore(all, { ...options, ...more })[display]()["text/html"]);
}

Deno.test("where no script runs, the chart is an image and its values a table", () => {
  const still = htmlOf(events).replaceAll(/<script[\s\S]*?<\/script>/g, "");
  assert(/<img src="data:image\/svg\+xml;base64,[^"]+" alt="Number of rows by name\. /.test(still));
  assertStringIncludes(still, ">Night of books</td>");
});

Deno.test("an explorer speaks its language and names columns as told", () => {
  const html = htmlOf(events, {
    language: "ru",
    counted: "Мероприятия",
    labels: { kind: "Вид" },
    start: { group: "kind" },
  });
  assertStringIncludes(html, 'alt="Мероприятия: вид. campaign: Значение 2, Строк 2');
});

Deno.test("no text of the rows can break out of its place", () => {
  const hostile = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "\u2028\u2029",
    '"><img src=x onerror=alert(1)>',
    "${alert(1)}`",
  ];
  const html = htmlOf(hostile.map((kind) => ({ kind, "<i>": kind })), {
    source: hostile.join(" "),
    counted: hostile[0],
    labels: { kind: hostile[4] },
  });
  assertEquals(html.match(/<script/g)?.length, 2);
  assertEquals(html.match(/<\/script/g)?.length, 2);
  assertEquals(/<!--|<img src=x|<i>/.test(html), false);
  const [, json] = /<script type="application\/json">([\s\S]*?)<\/script>/.exec(html) ?? [];
  assertEquals(/[<\u2028\u2029]/.test(json), false);
  assertEquals(JSON.parse(json).packed[0].texts, hostile);
  assertEquals(JSON.parse(scriptJson({ a: "</script>\u2028&" })), { a: "</script>\u2028&" });
});

Deno.test("an explorer has no ids, no style sheet of the page and no address", () => {
  const html = htmlOf(events);
  assertEquals(/\sid=|<style|<link/.test(html.replaceAll(/<script[\s\S]*?<\/script>/g, "")), false);
  assertEquals(html.match(/https?:\/\/[^"'`\s]+/g) ?? [], ["http://www.w3.org/2000/svg"]);
});

Deno.test("the initiatives of the report, with one of their texts, fit in a page with their script", async () => {
  const { initiatives: all } = await loadReport();
  const initiatives = all.map(({ outcome: _, description, ...row }) => ({
    ...row,
    description: description.en,
  }));
  assert(new TextEncoder().encode(htmlOf(initiatives)).length < 100_000);
});

Deno.test("rows that are too many are refused with what to do", () => {
  const many = Array.from({ length: 9000 }, (_, n) => ({ a: n % 7, b: n * 1234567 }));
  assertThrows(
    () => htmlOf(many),
    UsageError,
    'Cannot explore "events": expected at most 99900 bytes with the script, found ',
  );
});

Deno.test("rows alone are enough", () => {
  const html = String(explore(events)[display]()["text/html"]);
  assertStringIncludes(html, 'alt="Number of rows by name. ');
});

Deno.test("problems are told all at once", () => {
  const { message } = assertThrows(
    () => htmlOf(events, { ...{ strat: {} }, named: "nme", start: { group: "kin" } }),
    UsageError,
  );
  const columns = "expected one of the columns name, kind, year, themes, guests";
  assertEquals(
    message,
    'Cannot explore "events": expected an option, found "strat"; ' +
      'did you mean "start", "source", "rows"?; ' +
      `${columns}, found "nme"; did you mean "name", "kind", "year"?; ` +
      `${columns}, found "kin"; did you mean "kind", "name", "year"?`,
  );
  assertThrows(() => htmlOf([]), UsageError, "expected at least one row, found none");
});

Deno.test("rows of a report are explored by the columns in which they are shown", async () => {
  const { observations } = await openReport(undefined, { language: "en" });
  const html = htmlOf(observations.slice(0, 40));
  assertStringIncludes(html, '"labels":{"indicatorLabel":"Quantity","populationLabel":"Of whom"');
  assertEquals(html.includes('"key":"indicator"'), false);
});
