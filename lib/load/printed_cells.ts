import { isSeen, unseenMessage } from "../errors/problem.ts";
import { digitsLost } from "../model/cell_kinds.ts";
import { type Indicator, type ObservationRow, unspecified } from "../model/observation.ts";
import { didYouMean } from "../errors/did_you_mean.ts";
import { isPeriod } from "../model/period.ts";
import { type codedDimensions, type Edition, PrintedTable } from "../model/edition.ts";
import { decimalString } from "../numbers/format_number.ts";
import { readPrinted } from "../numbers/read_printed.ts";
import type { EditionFiles } from "./edition_files.ts";
import { codeOf, codesOf, matchHeader, periodOfRow } from "./printed_names.ts";

/** What printed tables are read by. */
export type EditionOfTables = Pick<Edition, "area" | "period" | "language" | "numberFormat">;

/** How many columns a printed table may have. */
const mostColumns = 10_000;

/** A printed table with its numbers as observations. */
export type PrintedCells = NonNullable<Awaited<ReturnType<typeof readPrintedCells>>>;

/**
 * Reads a table as printed, `tables/NAME.csv`, by what `tables/NAME.json` says of it.
 *
 * @param files The edition's files.
 * @param name The table's name.
 * @param options The edition, and its indicators so far.
 * @returns The names of its columns as printed, its rows, the columns that measure something, its numbers row by row, where a
 *   blank is none, and where to report a problem of one; `undefined` if it cannot be read.
 */
export async function readPrintedCells(
  files: EditionFiles,
  name: string,
  { edition, indicators }: {
    readonly edition: EditionOfTables;
    readonly indicators: readonly Indicator[];
  },
) {
  const file = await files.readJson(`tables/${name}.json`, PrintedTable);
  const read = await files.readRecords(`tables/${name}.csv`);
  if (!file || !read) return undefined;
  const { header, records, at } = read, table = file.value;
  if (header.length > mostColumns) {
    const [most, found] = [mostColumns, header.length].map((one) => one.toLocaleString("en"));
    return void at(0, 0, `expected at most ${most} columns, found ${found}`);
  }
  checkShape(read);
  const label = header.indexOf(table.row), lines = header.indexOf(table.line ?? "");
  for (const key of ["row", "line"] as const) {
    const column = table[key];
    if (column === undefined || header.includes(column)) continue;
    file.report([key], `the table has no column "${column}"; ${didYouMean(column, header)}`);
  }
  if (label < 0) return undefined;
  for (const [index, { [lines]: line = "" }] of records.entries()) {
    if (/^([1-9]\d*)?$/.test(line)) continue;
    at(index + 1, lines, `${table.line}: expected a line number or nothing, found "${line}"`);
  }
  const others = [table.row, table.line, ...table.leftOut];
  const measured = header.map((name, field) => ({ name, field }))
    .filter(({ name }) => !others.includes(name));
  const codes = codesOf(measured.map(({ name }) => name));
  const taken = new Map<string, string>();
  const columns = measured.flatMap(({ name, field }, index) => {
    const told = measureOf(name, table, edition);
    if (typeof told === "string") {
      at(0, field, told);
      return [];
    }
    const { code = codes[index], ...dimensions } = told, other = taken.get(code);
    if (other !== undefined) {
      at(0, field, `expected an id of its own, found "${code}" of column "${other}" again`);
    }
    taken.set(code, name);
    return { name, code, dimensions, field };
  });
  const names = records.map((record) => record[label] ?? "");
  const rows = codesOf(names).map((code, index) => {
    const name = names[index], record = index + 1;
    const told = table.rowIs === "period" ? periodOfRow(name) : code;
    if (told === undefined) {
      at(record, label, `${table.row}: expected a period such as 2016 or 2016-Q1, found "${name}"`);
    }
    const dimensions: Partial<typeof columns[number]["dimensions"]> = {
      [table.rowIs]: told ?? edition.period,
    };
    return { name, code, record, dimensions };
  });
  const units = new Map(indicators.map(({ id, unit }) => [id, unit]));
  const unitOf = (indicator: string) =>
    units.get(indicator) ?? table.indicators[indicator]?.unit ?? "units";
  const places: { readonly record: number; readonly field: number }[] = [];
  const report = ({ record, field }: typeof places[number], message: string) =>
    at(record, field, `${header[field]}: ${message}`);
  const observations = rows.flatMap(({ record, ...row }) =>
    columns.flatMap(({ field, dimensions, ...column }, order): ObservationRow[] => {
      const cells = records[record - 1], printed = (cells[field] ?? "").trim();
      const read = readPrinted(printed, edition.numberFormat);
      if (read.form === "blank" || read.form === "not-told") return [];
      const decimal = "value" in read ? decimalString(read.value, 20) : "0";
      const refused = read.form === "unread" ? "expected a number" : digitsLost(decimal);
      if (read.form === "unread" || refused !== undefined) {
        report({ record, field }, `${refused}, found "${printed}"`);
        return [];
      }
      const line = Number(cells[lines]) + (table.linePerCell ? order : 0);
      const what = { ...dimensions, ...row.dimensions };
      places.push({ record, field });
      return [{
        id: `${name}.${row.code}.${column.code}`,
        ...what,
        value: Number(decimal),
        unit: unitOf(what.indicator),
        form: read.form,
        printed,
        line: lines >= 0 && line > 0 ? line : null,
        cell: { table: name, row: row.name, column: column.name },
      }];
    })
  );
  if (places.length === 0 && columns.length > 0) {
    at(0, columns[0].field, "expected a number in one row at least, found none");
  }
  const reportCell = (index: number, message: string) => report(places[index], message);
  return { name, file, header, rows, columns, observations, unitOf, reportCell };
}

/** Reports headers that stand twice, rows of another length, lines that are none, and characters that nobody sees. */
function checkShape(
  { header, records, at }: NonNullable<Awaited<ReturnType<EditionFiles["readRecords"]>>>,
): void {
  const names = new Set<string>();
  for (const [field, name] of header.entries()) {
    if (names.has(name)) at(0, field, `column "${name}" stands twice`);
    names.add(name);
  }
  for (const [record, fields] of [header, ...records].entries()) {
    // Spreadsheets leave out a last field that is blank.
    if (fields.length > header.length || fields.length < header.length - 1) {
      const place = Math.min(fields.length, header.length);
      at(record, place, `expected ${header.length} fields, found ${fields.length}`);
    }
    const field = fields.findIndex((one) => !isSeen(one));
    if (field >= 0) at(record, field, `${unseenMessage}, found "${fields[field]}"`);
  }
}

/** What a column measures, and the code that it is told to have; or, in words, why nobody knows. */
function measureOf(name: string, table: PrintedTable, edition: EditionOfTables) {
  const patterns = Object.keys(table.columns);
  const pattern = patterns.find((one) => one === name) ??
    patterns.find((one) => one.includes("{") && matchHeader(one, name));
  if (pattern === undefined) {
    return `expected "${name}" in columns or in leftOut of the table's .json; ${
      didYouMean(name, patterns)
    }`;
  }
  const found = pattern === name ? {} : matchHeader(pattern, name) ?? {};
  const told = table.columns[pattern];
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => found[key] ?? whole);
  const dimension = (key: typeof codedDimensions[number], other: string = unspecified.id) =>
    codeOf(fill(told[key] ?? table[key] ?? other));
  const period = fill(told.period ?? found.period ?? table.period ?? edition.period);
  if (!isPeriod(period)) {
    return `expected a period such as 2016 or 2016-Q1 of column "${name}", found "${period}"`;
  }
  return {
    code: told.id === undefined ? undefined : fill(told.id),
    indicator: dimension("indicator", found.measure ?? name),
    population: dimension("population"),
    scope: dimension("scope"),
    territory: dimension("territory"),
    period,
  };
}
