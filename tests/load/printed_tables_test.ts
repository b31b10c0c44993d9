import { assert, assertEquals, assertRejects } from "@std/assert";
import { audit } from "../../lib/audit/audit.ts";
import { formatProblem, InputError } from "../../lib/errors/problem.ts";
import { LoadedTable } from "../../lib/load/loaded_table.ts";
import { loadReport } from "../../lib/load/load_report.ts";

const head = {
  id: "budget-2024",
  title: { en: "Budget" },
  producer: { en: "Treasury" },
  area: { en: "Atlantis" },
  period: "2024",
  language: "en",
  numberFormat: { decimal: ["."], group: [","], minus: ["-"], plus: ["+"] },
};

const csv = `item,2023,2024,change
Taxes,"1,200","1,300",+100
Fees,300,,
Total,"1,500","1,700",+200
Staff,0,4,+4
`;

const table = {
  row: "item",
  columns: {
    "{period}": { indicator: "amount" },
    change: { indicator: "amount", period: "2023/2024" },
  },
  relations: [
    { each: "row", kind: "difference", result: "change", operands: ["2024", "2023"] },
    { each: "column", kind: "sum", result: "Total", operands: "all others", but: ["Staff"] },
  ],
};

/** An edition of three files in a folder that goes away. */
async function edition(changes: { csv?: string; table?: object; head?: object } = {}) {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/tables`);
  const write = (path: string, value: unknown) =>
    Deno.writeTextFile(`${folder}/${path}`, JSON.stringify(value, null, 1));
  await write("edition.json", { ...head, ...changes.head });
  await write("tables/budget.json", { ...table, ...changes.table });
  await Deno.writeTextFile(`${folder}/tables/budget.csv`, changes.csv ?? csv);
  return { folder, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

async function problemsOf(changes: Parameters<typeof edition>[0]): Promise<string[]> {
  await using made = await edition(changes);
  const { problems } = await assertRejects(() => loadReport(made.folder), InputError);
  return problems.map((one) => formatProblem(one).replace(`${made.folder}/tables/`, ""));
}

Deno.test("three files are an edition: numbers, their places, and relations once for all rows", async () => {
  await using made = await edition();
  const report = await loadReport(made.folder);
  assertEquals(report.observations.length, 10);
  const { id, period, value, line, cell } = report.observations[2];
  assertEquals({ id, period, value, line, cell }, {
    id: "budget.taxes.change",
    period: "2023/2024",
    value: 100,
    line: null,
    cell: { table: "budget", row: "Taxes", column: "change" },
  });
  assertEquals(report.scopes.map(({ label }) => label.en), ["Taxes", "Fees", "Total", "Staff"]);
  const kinds = audit(report).verdicts.map(({ claim, kind }) => [claim.id, kind]);
  assertEquals(kinds, [
    ["budget.taxes.change.difference", "agrees"],
    ["budget.total.change.difference", "agrees"],
    ["budget.staff.change.difference", "agrees"],
    ["budget.total.2023.sum", "agrees"],
    ["budget.total.2024.sum", "base-missing"],
    ["budget.total.change.sum", "base-missing"],
  ]);
});

Deno.test("a blank operand that is nil counts as none", async () => {
  const relations = [{ ...table.relations[1], blank: "nil", except: ["change"] }];
  await using made = await edition({ table: { relations } });
  const { verdicts } = audit(await loadReport(made.folder));
  assertEquals(verdicts.map(({ kind }) => kind), ["agrees", "contradicts"]);
});

Deno.test("what cannot be divided by makes no claim, and no edition unreadable", async () => {
  const relations = [{
    each: "row",
    kind: "ratio",
    result: "change",
    operands: ["2024"],
    divisors: ["2023"],
  }];
  await using made = await edition({ table: { relations } });
  const { claims } = await loadReport(made.folder);
  assertEquals(claims.map(({ result }) => result), ["budget.taxes.change", "budget.total.change"]);
});

Deno.test("columns are told by patterns, in periods of many kinds", async () => {
  const periods = ["2023-Q4", "2024-H1", "2023/24", "2024-05"];
  const header = ["item", ...periods.map((period) => `loans_${period}`)].join();
  await using made = await edition({
    csv: `${header}\nA,1,2,3,4\n`,
    table: { columns: { "{measure}_{period}": {} }, relations: [] },
  });
  const { observations } = await loadReport(made.folder);
  assertEquals(observations.map(({ period }) => period), periods);
  assert(observations.every(({ indicator }) => indicator === "loans"));
});

Deno.test("what is no number, a column that nothing measures and a name that is none are told with their places", async () => {
  assertEquals(await problemsOf({ csv: csv.replace("300,", "three,") }), [
    'budget.csv:3:6: 2023: expected a number, found "three"',
  ]);
  assertEquals(
    (await problemsOf({ csv: csv.replace("change\n", "growth\n") }))[0],
    'budget.csv:1:16: expected "growth" in columns or in leftOut of the table\'s .json; did you mean "change", "{period}"?',
  );
  const labels = { "The Fees": { en: "Fees" }, fees: "Fees" };
  assertEquals(
    (await problemsOf({ table: { labels, reltions: [] } })).map((one) => one.replace(/^.*?: /, "")),
    [
      'labels.The Fees: expected a code such as "table1.users", found "The Fees"',
      'labels.fees: expected a text in one language at least, such as {"en": "Report"}, found "Fees"',
      'reltions: expected a key such as relations, found "reltions"',
    ],
  );
  const relations = [{ each: "row", kind: "sum", result: "change", operands: ["2025"] }];
  assertEquals(
    (await problemsOf({ table: { relations } })).map((one) => one.replace(/^.*?: /, "")),
    [
      'relations.0.operands: the table has no column "2025"; did you mean "2023", "2024", "change"?',
    ],
  );
});

Deno.test("a statement may name the row, and no placeholder that there is not", async () => {
  const relation = { ...table.relations[0], statement: { en: "{row} in {period}" } };
  await using made = await edition({ table: { relations: [relation] } });
  const { claims } = await loadReport(made.folder);
  assertEquals(claims[0].statement.en, "Taxes in 2023–2024");
  const wrong = { ...relation, statement: { en: "{rows}" } };
  const [problem] = await problemsOf({ table: { relations: [wrong] } });
  assert(
    problem.includes(
      'expected {indicator}, {period}, {population}, {scope}, {territory}, {row}, found "{rows}"',
    ),
  );
});

Deno.test("twenty thousand problems are told by kind", async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `Row ${index},?,1,1`).join("\n");
  await using made = await edition({
    csv: `item,2023,2024,change\n${rows}\n`,
    table: { relations: [] },
  });
  const error = await assertRejects(() => loadReport(made.folder), InputError);
  assertEquals(error.problems.length, 20_000);
  assertEquals(error.message.split("\n").length, 22);
});

Deno.test("a relation says of what numbers it was computed: of the printed ones, or before they were rounded", async () => {
  const csv = "item,2023,2024,change\nTaxes,1.2,1.5,0.4\nFees,2.0,2.5,0.5\n";
  const kindsOf = async (computed: object, precision: string) => {
    const indicators = { amount: { precision } };
    const relations = [{ ...table.relations[0], ...computed }];
    await using made = await edition({ csv, table: { relations, indicators } });
    return audit(await loadReport(made.folder)).verdicts.map(({ kind }) => kind);
  };
  assertEquals(await kindsOf({}, "rounded"), ["agrees", "agrees"]);
  assertEquals(await kindsOf({ computed: "as-printed" }, "rounded"), ["contradicts", "agrees"]);
  assertEquals(await kindsOf({ computed: "from-unrounded" }, "rounded"), ["agrees", "agrees"]);
});

Deno.test("what was computed before rounding may be off by a unit, counts too", async () => {
  const csv = "item,2023,2024,change\nTaxes,1200,1300,101\n";
  const kindsOf = async (computed: object) => {
    await using made = await edition({
      csv,
      table: { relations: [{ ...table.relations[0], ...computed }] },
    });
    return audit(await loadReport(made.folder)).verdicts.map(({ kind }) => kind);
  };
  assertEquals(await kindsOf({}), ["contradicts"]);
  assertEquals(await kindsOf({ computed: "from-unrounded" }), ["agrees"]);
});

Deno.test("a table's rows are as long as its header, its headers differ, and nothing is unseen", async () => {
  const cases: readonly [string, string, string][] = [
    ["Fees,300,,", "Fees", "3:5: expected 4 fields, found 1"],
    ["Fees,300,,", "Fees,300,,,7", "3:12: expected 4 fields, found 5"],
    ["change\n", "2023\n", '1:16: column "2023" stands twice'],
    ["Fees,300", "<<<<<<< HEAD\nFees,300", "3:1: an unresolved merge conflict"],
    ["Fees", "Fe\u200bes", "3:1: expected no control characters, characters without width"],
    ["300,", `${"9".repeat(400)},`, "3:6: 2023: expected a number of at most 15 digits"],
  ];
  for (const [old, by, problem] of cases) {
    const [first, ...others] = await problemsOf({
      csv: csv.replace(old, by),
      table: { relations: [] },
    });
    assertEquals([first.startsWith(`budget.csv:${problem}`), others], [true, []], first);
  }
  assertEquals(await problemsOf({ csv: "item,2023\nTaxes,\n", table: { relations: [] } }), [
    "budget.csv:1:6: expected a number in one row at least, found none",
  ]);
});

Deno.test("a problem of a relation is told once, and a name that is left out is no name that lacks", async () => {
  const told = async (table: object) =>
    (await problemsOf({ table })).map((one) => one.replace(/^.*?: /, ""));
  const difference = { each: "row", kind: "difference", result: "change", operands: ["2024"] };
  assertEquals(await told({ relations: [difference] }), [
    "relations.0.operands: budget.taxes.change.difference: expected 2 for difference, found 1",
  ]);
  assertEquals(await told({ leftOut: ["2024"], relations: [difference] }), [
    'relations.0.operands: expected a column that measures something, found "2024"',
  ]);
  const sum = { each: "column", kind: "sum", result: "Total", operands: "all others" };
  assertEquals(await told({ relations: [{ ...sum, but: ["Taxes", "Fees", "Staff", "Rent"] }] }), [
    "relations.0.operands: all others are left out",
    'relations.0.but: expected a name of the table, found "Rent"',
  ]);
  assertEquals(await told({ columns: { "{a}_{a}": {} } }), [
    "columns.{a}_{a}: expected each name in braces once, and a sign between two, as in {measure}_{period}, found " +
    '"{a}_{a}"',
  ]);
});

Deno.test("a table has a name that codes can have, and both of its files", async () => {
  await using made = await edition();
  const tables = `${made.folder}/tables`;
  await Deno.rename(`${tables}/budget.json`, `${tables}/budget.JSON`);
  await Deno.writeTextFile(`${tables}/My table.csv`, csv);
  const { problems } = await assertRejects(() => loadReport(made.folder), InputError);
  assertEquals(problems.map((one) => formatProblem(one).replace(`${made.folder}/`, "")), [
    'tables/My table.json: expected a name such as "table-1", of which the ids of its numbers are made',
    "tables/budget.json: no such file",
  ]);
  await Deno.remove(tables, { recursive: true });
  await Deno.writeTextFile(tables, "");
  const { message } = await assertRejects(() => loadReport(made.folder), InputError);
  assert(message.includes("tables: expected a folder of printed tables"), message);
});

Deno.test("a table takes more rows than a call has arguments", () => {
  const rows = Array.from({ length: 300_000 }, () => ({}));
  const table = new LoadedTable({ name: "", title: "", columns: {}, primaryKey: [] }, {
    rows: [{}],
  });
  assertEquals(table.with(rows, () => {}, 0).rows.length, 300_001);
});

Deno.test("rows may be periods, whatever notes they bear, and one that is none is told with its place", async () => {
  const changes = {
    csv: "year,boys,girls,all\n2022,10,12,22\n2023*,11,12,23\n",
    table: {
      row: "year",
      rowIs: "period",
      columns: { boys: {}, girls: {}, all: {} },
      relations: [
        { each: "row", kind: "sum", result: "all", operands: ["boys", "girls"] },
      ],
    },
  };
  await using made = await edition(changes);
  const { observations, claims } = await loadReport(made.folder);
  assertEquals(observations.map(({ id, period, scope }) => `${id} ${period} ${scope}`), [
    ...["budget.2022.boys 2022 all", "budget.2022.girls 2022 all", "budget.2022.all 2022 all"],
    ...["budget.2023.boys 2023 all", "budget.2023.girls 2023 all", "budget.2023.all 2023 all"],
  ]);
  assertEquals(claims.map(({ statement }) => statement.en), ["all, 2022", "all, 2023"]);
  const csv = changes.csv.replace("2022,", "2022\u20132023,");
  assertEquals(await problemsOf({ ...changes, csv }), [
    'budget.csv:2:1: year: expected a period such as 2016 or 2016-Q1, found "2022\u20132023"',
  ]);
});

Deno.test("a table of which no column tells the lines stands beside the source text: its numbers need no numerals", async () => {
  const source = { file: "budget.txt", sha256: "0".repeat(64), lines: 9 };
  await using made = await edition({ head: { source } });
  const numerals = `${made.folder}/numerals.csv`;
  await Deno.writeTextFile(numerals, "line,offset,printed,value,class,ref\n");
  assertEquals((await loadReport(made.folder)).observations.length, 10);
  const csv = "item,line,2023,2024,change\nTaxes,2,1,,\n";
  await Deno.writeTextFile(`${made.folder}/tables/budget.csv`, csv);
  const lined = JSON.stringify({ ...table, line: "line", relations: [] });
  await Deno.writeTextFile(`${made.folder}/tables/budget.json`, lined);
  const { problems } = await assertRejects(() => loadReport(made.folder), InputError);
  assertEquals(problems.map(({ message }) => message), [
    '2023: no numeral of numerals.csv carries "budget.taxes.2023"',
  ]);
});
