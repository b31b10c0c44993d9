import { assertEquals, assertMatch, assertRejects, assertStringIncludes } from "@std/assert";
import { loadReport } from "../../lib/load/load_report.ts";
import { formatProblem, InputError } from "../../lib/errors/problem.ts";
import { changedEdition, lineOf, problemsOf, replaced, withLine } from "./changed_edition.ts";

const encoder = new TextEncoder();

Deno.test("a table that is missing has no rows, and one problem says so where codes refer to it", async () => {
  assertEquals(await problemsOf({ "reasons.csv": null }), [
    'not-initiatives.csv:2:23: reason: unknown code "document"; expected an id of reasons.csv, which is not there; 43 codes refer to it',
  ]);
  assertEquals(await problemsOf({ "edition.json": null }), ["edition.json: no such file"]);
});

Deno.test("an edition may do without most tables", async () => {
  const names = ["errata", "tiles", "system-mentions", "not-initiatives", "reasons", "codings"];
  const files = Object.fromEntries(names.map((name) => [`${name}.csv`, null]));
  await using edition = await changedEdition(files);
  const { errata, tiles } = await loadReport(edition.folder);
  assertEquals([errata, tiles], [[], []]);
});

Deno.test("an empty file is one problem, also if it holds blank lines only", async () => {
  assertEquals(await problemsOf({ "scopes.csv": "" }), ["scopes.csv: the file is empty"]);
  assertEquals(await problemsOf({ "errata.csv": "\n \n" }), ["errata.csv: the file is empty"]);
  assertEquals(await problemsOf({ "edition.json": "" }), ["edition.json: the file is empty"]);
});

Deno.test("a BOM is named, and the file is read on", async () => {
  assertEquals(await problemsOf({ "scopes.csv": (text) => `\ufeff${text}` }), [
    "scopes.csv:1:1: begins with a BOM; save as UTF-8 without BOM",
  ]);
  assertEquals(await problemsOf({ "edition.json": (text) => `\ufeff${text}` }), [
    "edition.json:1:1: begins with a BOM; save as UTF-8 without BOM",
  ]);
});

Deno.test("CRLF and CR are named once, where the first stands, and the file is read on", async () => {
  assertEquals(await problemsOf({ "errata.csv": (text) => text.replaceAll("\n", "\r\n") }), [
    "errata.csv:1:37: has CR line ends; save with LF",
  ]);
  assertEquals(await problemsOf({ "errata.csv": (text) => text.replaceAll("\n", "\r") }), [
    "errata.csv:1:37: has CR line ends; save with LF",
  ]);
});

Deno.test("a CR within quotes is named too", async () => {
  const row = 'x,persons,count,"a\r\nb",b,c,d,e';
  const line = lineOf("indicators.csv", "anniversary,") + 1;
  assertEquals(await problemsOf({ "indicators.csv": withLine(row) }), [
    `indicators.csv:${line}:19: has CR line ends; save with LF`,
  ]);
});

Deno.test("a file that is not UTF-8 is named with the place of its first bad byte", async () => {
  const [start, end] = [encoder.encode("id,kind\nб"), encoder.encode(",x\n")];
  const bytes = Uint8Array.from([...start, 0xcf, 0xf0, ...end]);
  assertEquals(await problemsOf({ "scopes.csv": bytes }), [
    "scopes.csv:2:2: not UTF-8; save the file as UTF-8",
  ]);
  const utf16 = Uint8Array.from([0xff, 0xfe, 0x69, 0x00]);
  assertEquals(await problemsOf({ "scopes.csv": utf16 }), [
    "scopes.csv:1:1: not UTF-8; save the file as UTF-8",
  ]);
});

Deno.test("a quote that is never closed is named with its record", async () => {
  const line = lineOf("populations.csv", "families,") + 1;
  assertEquals(await problemsOf({ "populations.csv": withLine('x,"Все,All,,\ny,b,c,,') }), [
    `populations.csv:${line}:1: not CSV: a quote is never closed`,
  ]);
});

Deno.test("a bare quote is named on its own line, also in a record of several lines", async () => {
  const line = lineOf("populations.csv", "families,") + 1;
  assertEquals(await problemsOf({ "populations.csv": withLine('x,"a\nb",c"d,,') }), [
    `populations.csv:${line + 1}:5: not CSV: bare " in non-quoted-field`,
  ]);
});

Deno.test("what is no regular file is named and not waited for", async () => {
  await using edition = await changedEdition({ "scopes.csv": null });
  await Deno.mkdir(`${edition.folder}/scopes.csv`);
  await Deno.remove(`${edition.folder}/norms.csv`);
  await new Deno.Command("ln", { args: ["-s", "/dev/zero", `${edition.folder}/norms.csv`] })
    .output();
  const { problems } = await assertRejects(() => loadReport(edition.folder), InputError);
  assertEquals(problems.map(formatProblem), [
    `${edition.folder}/scopes.csv: expected a file, found a folder`,
    `${edition.folder}/norms.csv: expected a file, found a pipe or device`,
  ]);
});

Deno.test("a header without rows is valid where nothing needs a row", async () => {
  const problems = await problemsOf({
    "errata.csv": "claim,difference,reason_ru,reason_en\n",
    "edition.json": replaced('"period": "2016"', '"period": "16"'),
  });
  assertEquals(problems.map((problem) => problem.split(":")[0]), ["edition.json"]);
});

Deno.test("every problem of every file comes in one error, file by file from top to bottom", async () => {
  const problems = await problemsOf({
    "edition.json": replaced('"language": "ru"', '"language": "German"'),
    "indicators.csv": withLine("x,persons,sometimes,а,a,чел.,persons,x"),
    "observations.csv": (text) =>
      replaced("population.all,population,all,", "population.all,population,nobody,")(
        replaced(",7\npopulation.youth,", ",0\npopulation.youth,")(text),
      ),
    "territories.csv": replaced("kuzbass,region,", "kuzbass,The country,"),
  });
  assertEquals(problems, [
    'edition.json:13:15: language: expected the code of a language such as "en", found "German"',
    'observations.csv:2:27: population: unknown code "nobody"; expected an id of populations.csv',
    'observations.csv:3:109: line: expected a whole number from 1 on, found "0"',
    `indicators.csv:${
      lineOf("indicators.csv", "anniversary,") + 1
    }:11: precision: expected one of "count"|"rounded"|"rounded-to-10"|"rounded-to-100"|"rounded-to-1000"|"rounded-to-10000"|"rounded-to-100000"|"rounded-to-1000000", found "sometimes"`,
    'territories.csv:2:9: kind: expected a code such as "table1.users", found "The country"',
  ]);
});

for (const [separator, name] of [[";", "semicolons"], ["\t", "tabs"]]) {
  Deno.test(`a table with ${name} is one problem, whatever else the program did to it`, async () => {
    const saved = (text: string) =>
      `\ufeff${text.replaceAll(",", separator).replaceAll("\n", "\r\n")}`;
    assertEquals(await problemsOf({ "observations.csv": saved, "scopes.csv": saved }), [
      `observations.csv:1:1: its fields are parted by ${name}; save it as CSV with commas, in UTF-8`,
      `scopes.csv:1:1: its fields are parted by ${name}; save it as CSV with commas, in UTF-8`,
    ]);
  });
}

Deno.test("a table that says its separator first is one problem", async () => {
  assertEquals(await problemsOf({ "scopes.csv": (text) => `sep=;\n${text}` }), [
    "scopes.csv:1:1: its fields are parted by another sign than a comma; save it as CSV with commas, in UTF-8",
  ]);
});

Deno.test("characters that a terminal obeys are refused in labels, and shown as escapes", async () => {
  const line = lineOf("scopes.csv", "residents,");
  for (
    const [character, escape] of [["\x1b[2J", "\\u{1b}[2J"], ["\u202e", "\\u{202e}"], [
      "\0",
      "\\u{0}",
    ]]
  ) {
    const problems = await problemsOf({
      "scopes.csv": (text) =>
        text.replace("\nresidents,residents,", `\nresidents,residents,${character}`),
    });
    assertEquals(problems.length, 1);
    assertMatch(
      problems[0],
      /^scopes.csv:\d+:\d+: label_ru: expected no control characters.* or marks of direction, found "/,
    );
    assertEquals(problems[0].startsWith(`scopes.csv:${line}:`), true);
    assertStringIncludes(problems[0], escape);
    assertEquals(problems[0].includes(character), false);
  }
});

Deno.test("of twenty thousand problems the first twenty of each kind are told, and how many more there are", async () => {
  await using edition = await changedEdition({
    "tiles.csv": `territory,column,row\n${"a,b,c\n".repeat(20_000)}`,
  });
  const error = await assertRejects(() => loadReport(edition.folder), InputError);
  const [head, ...lines] = error.message.split("\n");
  assertEquals(error.problems.length >= 40_000, true);
  assertMatch(head, /: [\d,]+ problems$/);
  assertMatch(lines[0], /tiles\.csv:2:3: column: /);
  const more = lines.filter((line) => /^19,980 more like .*: (column|row): expected/.test(line));
  assertEquals(more.length, 2);
  assertEquals(lines.length, 2 * 20 + 20 + 3);
});

Deno.test("a million columns and a cell of a million characters are one problem each", async () => {
  const wide = await problemsOf({ "tiles.csv": `${"a,".repeat(1_000_000)}\n` });
  assertEquals(wide, [
    "tiles.csv:1:1: expected the columns territory, column, row, found 1,000,001 columns",
  ]);
  const long = await problemsOf({
    "scopes.csv": (text) =>
      text.replace("\nresidents,residents,", `\nresidents,residents,${"я".repeat(1_000_000)}`),
  });
  assertEquals(long.length, 1);
  assertMatch(long[0], /label_ru: expected at most 100,000 characters, found 1,000,\d{3}$/);
});

Deno.test("what is no table at all is one problem, and causes no others", async () => {
  const columns =
    'expected the columns id, label_ru, label_en, age_band, note_ru, note_en, found "';
  const conflict = (text: string) => text.replace("\n", "\n<<<<<<< HEAD\n");
  const twice = (text: string) => text.replaceAll(/^[^,\n]*,/gm, "$&$&");
  const cases: readonly [Parameters<typeof problemsOf>[0][string], string][] = [
    [(text) => text.replace(/.*\n/, ""), `1:1: ${columns}all, Все, All, `],
    ["<!DOCTYPE html>\n<p>a, b</p>\n", `1:1: ${columns}<!DOCTYPE html>"`],
    [encoder.encode("PK\x03\x04é").subarray(0, 5), " a workbook or an archive, and no text"],
    [(text) => `sep=,\n${text}`, '1:1: expected a header, found "sep=,"; remove that line'],
    [conflict, "2:1: an unresolved merge conflict; choose one side, and remove its marks"],
    [twice, '1:4: column "id" stands twice'],
  ];
  for (const [change, problem] of cases) {
    const [first, ...others] = await problemsOf({ "populations.csv": change });
    assertStringIncludes(first, `populations.csv:${problem}`);
    assertEquals(others, []);
  }
});

Deno.test("an id that is misspelt is one problem, whatever refers to it", async () => {
  assertEquals(await problemsOf({ "platforms.csv": replaced("\nvkontakte,", "\nVK,") }), [
    'platforms.csv:2:1: id: expected a code such as "table1.users", found "VK"',
  ]);
});

Deno.test("a file of nearly the name of a table that lacks was meant for it", async () => {
  assertEquals(await problemsOf({ "claims.csv": null, "claim.csv": "id\n" }), [
    'claims.csv: no such file; expected this name in place of "claim.csv"',
  ]);
});

Deno.test("a link that leads nowhere, and a ledger that lacks, are named", async () => {
  await using edition = await changedEdition({ "claims.csv": null, "numerals.csv": null });
  await new Deno.Command("ln", { args: ["-s", "nowhere", `${edition.folder}/claims.csv`] })
    .output();
  const { problems } = await assertRejects(() => loadReport(edition.folder), InputError);
  assertEquals(problems.map((one) => formatProblem(one).replace(`${edition.folder}/`, "")), [
    "claims.csv: expected a file, found a link that leads to none",
    "numerals.csv: no such file; edition.json has a source, whose numerals it accounts for",
  ]);
});

Deno.test("a code that stands twice in a list, and the year 0000, are refused", async () => {
  const change = (text: string) => text.replace(",2016,", ",0000,").replace("reading ", "$&$&");
  const problems = await problemsOf({ "initiatives.csv": change });
  assertEquals(problems.map((one) => one.replace(/^\S*: /, "").replace(/, found .*/, "")), [
    "themes: expected each code once",
    "year: expected a year or nothing",
  ]);
});
