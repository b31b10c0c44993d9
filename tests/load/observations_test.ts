import { assertEquals } from "@std/assert";
import { loadReport } from "../../lib/load/load_report.ts";
import { changedEdition, nextLine, problemsOf, withLine } from "./changed_edition.ts";

interface Cells {
  readonly indicator?: string;
  readonly period?: string;
  readonly value?: string;
  readonly unit?: string;
  readonly form?: string;
  readonly printed?: string;
  readonly line?: string;
}

/** A row of `observations.csv` that is sound but for the cells given. */
function row(cells: Cells): string {
  return fields(cells).join(",");
}

/** Where a column of such a row begins. */
function place(cells: Cells, column: keyof Cells): number {
  const names = ["id", "indicator", "population", "scope", "territory", "period", "value", "unit"];
  const before = fields(cells).slice(0, [...names, "form", "printed", "line"].indexOf(column));
  return before.map((cell) => cell.length + 1).reduce((sum, length) => sum + length, 1);
}

function fields(cells: Cells): string[] {
  const { indicator = "users", period = "2016", value = "5" } = cells;
  const { unit = "persons", form = "number", printed = "5", line = "7" } = cells;
  const place = ["all", "residents", "kuzbass"];
  return ["x", indicator, ...place, period, value, unit, form, `"${printed}"`, line];
}

const cases: [behaviour: string, cells: Cells, column: keyof Cells, message: string][] = [
  [
    "an unknown code",
    { indicator: "readers" },
    "indicator",
    'indicator: unknown code "readers"; expected an id of indicators.csv',
  ],
  [
    "a value that is no number",
    { value: "5-5" },
    "value",
    'value: expected a decimal number such as 37.7, found "5-5"',
  ],
  [
    "a value that is not printed so",
    { value: "6" },
    "value",
    'value: expected 5 as printed "5", found 6',
  ],
  [
    "a printed string that is not the value",
    { printed: "5,1", indicator: "users-share", unit: "percent" },
    "value",
    'value: expected 5.1 as printed "5,1", found 5',
  ],
  [
    "a printed string with a word that is no part of a number",
    { printed: "5 экз." },
    "printed",
    'printed: expected a string of form "number", found "5 экз.", of which "экз." cannot be read',
  ],
  [
    "a word that is no number",
    { form: "words", printed: "много" },
    "printed",
    'printed: expected a string of form "words", found "много"',
  ],
  [
    "a word of another value",
    { form: "words", printed: "шесть" },
    "value",
    'value: expected 6 as printed "шесть", found 5',
  ],
  [
    "a numeral that is no Roman one",
    { form: "roman", printed: "IIIII" },
    "printed",
    'printed: expected a string of form "roman", found "IIIII"',
  ],
  [
    "names of another number",
    { form: "names", printed: "Белово, Юрга" },
    "value",
    'value: expected 2 as printed "Белово, Юрга", found 5',
  ],
  [
    "names with digits among them",
    { form: "names", printed: "5 филиалов" },
    "printed",
    'printed: expected a string of form "names", found "5 филиалов"',
  ],
  [
    "a unit that is not the indicator's",
    { unit: "visits" },
    "unit",
    'unit: expected "persons" as in indicators.csv, found "visits"',
  ],
  [
    "an unknown form",
    { form: "numeral" },
    "form",
    'form: expected one of "number"|"more-than"|"less-than"|"about"|"range"|"nil"|"words"|"roman"|"names", found "numeral"',
  ],
  [
    "a count that is not whole",
    { value: "5.5", printed: "5,5" },
    "value",
    "value: expected a whole number for a count, found 5.5",
  ],
  [
    "a line past the end of the source",
    { line: "219" },
    "line",
    "line: expected at most 218, found 219",
  ],
  ["line 0", { line: "0" }, "line", 'line: expected a whole number from 1 on, found "0"'],
  [
    "a line that is no number",
    { line: "7a" },
    "line",
    'line: expected a whole number from 1 on, found "7a"',
  ],
  [
    "a month that does not exist",
    { period: "2016-13-01" },
    "period",
    'period: expected 2016, 2016-Q1, 2016-01-01, 2016/17 or 2015/2016, found "2016-13-01"',
  ],
  [
    "a value that JavaScript writes with an exponent",
    { value: "1000000000000000000000", printed: "5" },
    "value",
    'value: expected a number of at most 15 digits: of more, some would be lost, found "1000000000000000000000"',
  ],
  [
    "a number of which a digit would be lost",
    { value: "9007199254740993", printed: "9007199254740993" },
    "value",
    'value: expected a number of at most 15 digits: of more, some would be lost, found "9007199254740993"',
  ],
  ...["2016-02-30", "2015-02-29", "1900-02-29", "0000", "2016/2015", "2016/2016"].map((
    period,
  ): typeof cases[number] => [
    `the period ${period}, which never was`,
    { period },
    "period",
    `period: expected a year, a day that there was, or two periods one after the other, found "${period}"`,
  ]),
];

for (const [behaviour, cells, column, message] of cases) {
  Deno.test(`an observation is refused for ${behaviour}`, async () => {
    const line = nextLine("observations.csv");
    assertEquals(await problemsOf({ "observations.csv": withLine(row(cells)) }), [
      `observations.csv:${line}:${place(cells, column)}: ${message}`,
    ]);
  });
}

Deno.test("the line of an observation is not judged by an edition that cannot be read", async () => {
  assertEquals(
    await problemsOf({ "observations.csv": withLine(row({ line: "999" })), "edition.json": null }),
    ["edition.json: no such file"],
  );
});

Deno.test("unknown codes are named also where the edition cannot be read", async () => {
  const line = nextLine("observations.csv");
  assertEquals(
    await problemsOf({
      "observations.csv": withLine(row({ indicator: "x" })),
      "edition.json": "[",
    }),
    [
      "edition.json:1:1: not JSON: Unexpected end of input found.",
      `observations.csv:${line}:3: indicator: unknown code "x"; expected an id of indicators.csv`,
    ],
  );
});

const accepted: [behaviour: string, cells: Cells][] = [
  ["a balance below 0", { value: "-5", printed: "-5" }],
  ["a number with a mark after it", { printed: "5*" }],
  ["a number that is about", { form: "about", printed: "около 5" }],
  ["the lower end of a range", { form: "range", printed: "5–7" }],
  ["a dash that is nil", { form: "nil", value: "0", printed: "–" }],
  ["a number in words for thousands", { value: "5000", printed: "5 тыс." }],
];

for (const [behaviour, cells] of accepted) {
  Deno.test(`an observation may be ${behaviour}`, async () => {
    const { value = "5", printed = "5" } = cells;
    await using edition = await changedEdition({
      "observations.csv": withLine(row(cells)),
      "numerals.csv": withLine(`7,900,"${printed}",${value},indicator,x`),
    });
    const { observations } = await loadReport(edition.folder);
    assertEquals(observations.at(-1)?.value, Number(value));
  });
}

Deno.test("a number of an indicator that is rounded to thousands is a whole number of them", async () => {
  const line = nextLine("observations.csv");
  const cells = { indicator: "thousands", value: "748300", printed: "748 300" };
  const labels = "Пользователи,Users,чел.,persons,Users to thousands";
  assertEquals(
    await problemsOf({
      "indicators.csv": withLine(`thousands,persons,rounded-to-1000,${labels}`),
      "observations.csv": withLine(row(cells)),
    }),
    [
      `observations.csv:${line}:${
        place(cells, "value")
      }: value: expected a multiple of 1000 as in indicators.csv, found 748300`,
    ],
  );
});
