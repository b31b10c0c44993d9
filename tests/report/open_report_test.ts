import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { audit, type Language, loadReport, localise, openReport, verdictColors } from "report";
import { UsageError } from "../../lib/errors/usage_error.ts";
import { richForm } from "../../lib/display/show.ts";
import { display } from "../../lib/model/displayable.ts";
import { labelReport } from "../../lib/report/label_report.ts";

const edition = await loadReport("kuzbass-2016");
const opened = { en: labelReport(edition, "en"), ru: labelReport(edition, "ru") };
const { en, ru } = opened;
const table1 = en.table("table1");

function shown(value: unknown, language: Language): string {
  return String(richForm(value)?.(language)[display]()["text/plain"]);
}

Deno.test("rows are chosen by what they are, and have labels in the language", () => {
  const users = (report: typeof en) =>
    report.observations.find(({ indicator, population, scope, period }) =>
      indicator === "users" && population === "children" && scope === "children-libraries" &&
      period === "2016"
    );
  assertEquals([users(en)?.value, users(en)?.indicatorLabel, users(en)?.line], [
    267826,
    "Users",
    34,
  ]);
  assertEquals([users(ru)?.indicatorLabel, users(ru)?.unitLabel], ["Число пользователей", "чел."]);
});

Deno.test("a printed table has one label for each quantity, whatever the period", () => {
  assertEquals(table1.length, 27);
  const labels = Map.groupBy(table1, ({ label }) => label);
  assertEquals([...labels.values()].map(({ length }) => length), Array(9).fill(3));
  assertEquals(table1[0].label, "Users");
});

Deno.test("an opened report can be audited and searched for repairs as any report", () => {
  assertEquals(audit(en).summary, audit(edition).summary);
  assertEquals(localise(ru).length, localise(edition).length);
});

Deno.test("the verdicts on printed values are those of the claims that judge them, with their labels", () => {
  const verdicts = en.verdicts(table1);
  const ids = new Set(table1.map(({ id }) => id));
  const judged = audit(edition).verdicts.filter(({ claim }) => ids.has(claim.result ?? ""));
  assertEquals(verdicts.length, judged.length);
  const bad = verdicts.filter(({ verdict }) => verdict === "contradicts");
  assertEquals(bad.map(({ label, period, difference }) => [label, period, difference]), [
    ["Visits", "2016", 711],
    ["Visits", "2015/2016", 711],
  ]);
});

Deno.test("rows that are no printed values have no verdicts, and rows without lines no source", () => {
  const rows = [{ id: "table1.loan.2016" }, { id: "x" }];
  assertThrows(
    () => en.verdicts(rows),
    UsageError,
    'found "table1.loan.2016" and 1 more; did you mean "table1.loans.2016"',
  );
  assertThrows(() => en.source([{} as never]), UsageError, "found rows without lines");
});

Deno.test("the verdicts on a topic are those of its claims, on all without an argument", () => {
  assertEquals(en.verdicts().length, edition.claims.length);
  const topics = en.topics.map(({ id }) => en.verdicts(id).length);
  assertEquals(topics.reduce((a, b) => a + b), edition.claims.length);
  assertEquals(
    new Set(en.verdicts("youth").map(({ topicLabel }) => topicLabel)),
    new Set(["Youth"]),
  );
});

Deno.test("the colours of verdicts are those that occur among rows, in their order", () => {
  const rows = ru.verdicts("youth");
  const { domain, range } = ru.verdictScale(rows);
  assertEquals(domain, ["выполняется", "расходится", "нет базы сравнения"]);
  assertEquals(range, [
    verdictColors.holds,
    verdictColors.contradicts,
    verdictColors["base-missing"],
  ]);
  assertEquals(new Set(domain), new Set(rows.map(({ verdictName }) => verdictName)));
});

Deno.test("findings come with their verdict, by topic and by line", () => {
  assertEquals(en.findings.length, edition.findings.length);
  assert(ru.findingsOf(20).every(({ lines }) => lines.includes(20)));
  assertEquals(
    ru.findingsOf("table-1").map(({ statement }) => statement),
    edition.findings.filter(({ topic }) => topic === "table-1").map((one) => one.statement.ru),
  );
});

Deno.test("a claim of one's own is one call, on rows or ids", () => {
  const [before, after] = table1.filter(({ label }) => label === "Remote users");
  const own = en.judge({ kind: "trend", result: after, operands: before, rule: "increase" });
  assertEquals([own.verdict, own.statement], ["holds", "Remote users, 2016"]);
  const byId = en.judge({
    kind: "sum",
    result: "table1.users.2016",
    operands: ["table1.users-in-library.2016", "table1.users-remote.2016"],
    statement: "Users add up",
  });
  assertEquals([byId.verdict, byId.how, byId.statement], ["agrees", "exact", "Users add up"]);
});

Deno.test("every reason why a claim cannot be judged is told at once", () => {
  const judge = (claim: object) => () => en.judge(claim as Parameters<typeof en.judge>[0]);
  const rows = { result: table1[1], operands: [table1[0]] };
  const told: [object, string][] = [
    [
      { ...rows, kind: "trends" },
      'expected a kind of relation, found "trends"; did you mean "trend"',
    ],
    [
      { kind: "sum", result: table1[1], operand: table1[0] },
      'expected an option, found "operand"; did you mean "operands", ',
    ],
    [
      undefined as never,
      "Cannot judge a claim: expected { kind, result, operands }, found undefined",
    ],
    [{ ...rows, kind: "trend", rule: "up" }, "rule: expected increase, decrease"],
    [{ ...rows, kind: "sum", operands: ["table1.user.2015"] }, 'did you mean "table1.users.2015"'],
    [{ ...rows, kind: "sum", operands: [undefined] }, 'unknown operand "undefined"'],
    [{ ...rows, kind: "sum", operands: [null] }, "expected rows or their ids, found null"],
  ];
  for (const [claim, message] of told) assertThrows(judge(claim), RangeError, message);
});

Deno.test("what is asked for without saying what, or in text instead of rows, is told in one sentence", () => {
  const absent = undefined as never;
  const asked: [ask: () => unknown, told: string][] = [
    [
      () => en.table(absent),
      'Cannot show a table: expected a printed table, found "undefined"; did you mean "',
    ],
    [() => en.findingsOf(absent), 'expected a topic, found "undefined"; did you mean "'],
    [() => en.source(absent), 'expected rows, such as report.table("table1"), found undefined'],
    [() => en.source("table1" as never), 'such as report.table("table1"), found "table1"'],
  ];
  for (const [ask, told] of asked) assertThrows(ask, RangeError, told);
});

Deno.test("unknown tables, topics, options and languages are told in one sentence", async () => {
  assertThrows(() => en.table("table"), RangeError, 'did you mean "table1"');
  assertThrows(() => en.verdicts("yuth"), RangeError, 'found "yuth"; did you mean "youth"');
  assertThrows(() => en.findingsOf("yuth"), RangeError, 'found "yuth"; did you mean "youth"');
  const opened = await openReport();
  assertThrows(
    () => Reflect.get(opened, "verdict"),
    RangeError,
    'Cannot read the report: expected a name that is there, found "verdict"; did you mean "verdicts"',
  );
  const open = (options: object) => openReport(undefined, options);
  await assertRejects(
    () => open({ lang: "ru" }),
    RangeError,
    'found "lang"; did you mean "language"?',
  );
  await assertRejects(
    () => open({ language: "de" }),
    RangeError,
    'expected language "en" or "ru", found "de"',
  );
});

Deno.test("a source line names up to four lines, then what they speak of, then the report alone", () => {
  const title = `Source: ${edition.edition.title.en}`;
  assertEquals(en.source(table1.slice(0, 1)), `${title}, line 33`);
  assertEquals(en.source(table1.slice(0, 4)), `${title}, lines 33, 34, 35, 39`);
  assertEquals(en.source(table1), `${title}, Table 1`);
  assertEquals(en.source(en.observations), title);
  assertEquals(en.source([...table1.slice(0, 1), { line: null }]), title);
  assertEquals(ru.source(ru.table("table1")).startsWith("Источник: "), true);
});

Deno.test("initiatives come with labels, and with what was inferred", () => {
  const clubs = en.initiatives.filter(({ kind }) => kind === "club");
  assertEquals(clubs.length, edition.initiatives.filter(({ kind }) => kind === "club").length);
  assertEquals(new Set(clubs.map(({ kindLabel }) => kindLabel)), new Set(["Club"]));
  const labels = ru.initiatives.flatMap((row) => [row.themeLabels, row.audienceLabels].flat());
  assertEquals(labels.filter((label) => /^[a-z-]+$/.test(label)), []);
  assert(en.initiatives.some(({ inferred }) => inferred.includes("channel")));
});

Deno.test("what the report implies, its open questions and repairs are rows in the language", () => {
  const [unnamed] = en.implied.filter(({ id }) => id === "network.unnamed");
  assertEquals([unnamed.low, unnamed.range, unnamed.unitLabel], [56, "56", "libraries"]);
  assert(en.answers.some(({ survives, outcome }) => survives && outcome === "determined"));
  const [{ condition, slips }] = en.repairs;
  assertEquals(
    condition,
    "consistent if Visits for services, 2016 = 1,765,497 and Visits for services, 2015–2016 = 666",
  );
  assertEquals(slips, "no single one");
  const repairs = ru.repairs.map(({ condition }) => condition);
  assert(
    repairs.includes(
      "согласуется, если Число пользователей, молодёжь до 30 лет, 2016 = 183\u00a0324",
    ),
  );
});

Deno.test("rows are shown with labels for codes, and with what somebody added", () => {
  const text = shown(table1.slice(0, 3).map((row) => ({ ...row, doubled: 2 * row.value })), "en");
  assertEquals(text.split("\n")[0].split(/\s{2,}/), [
    "Quantity",
    "Of whom",
    "Counted over",
    "When",
    "Printed",
    "Unit",
    "Line",
    "doubled",
  ]);
  const place = ({ id }: { readonly id: string }) => id.startsWith("provision.");
  const provision = en.observations.filter(place);
  assertEquals(shown(provision, "en").split("\n")[0].split(/\s{2,}/).slice(2, 4), [
    "Counted over",
    "Place",
  ]);
  assertEquals(shown(provision.slice(0, 1), "en").includes("Place"), false);
  assert(shown(ru.verdicts("youth"), "ru").includes("Заключение"));
  assert(shown(ru.verdicts("youth")[0], "ru").includes("Формула соотношения"));
  assert(shown(ru.findingsOf("youth"), "ru").includes("Утверждение отчёта"));
  assert(shown(ru.initiatives, "ru").includes("[Цикл мероприятий]"));
});

Deno.test("other tables of the report are shown in one language", () => {
  assertEquals(shown(ru.systems, "ru").split("\n")[0].split(/\s{2,}/), [
    "id",
    "label",
    "territory",
  ]);
});
