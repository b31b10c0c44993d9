import type { Problem } from "../errors/problem.ts";
import { didYouMean } from "../errors/did_you_mean.ts";
import type { ObservationRow } from "../model/observation.ts";
import { PrintedTable } from "../model/printed_table.ts";
import { decimalString } from "../numbers/format_number.ts";
import { readPrinted } from "../numbers/read_printed.ts";
import { codesOf } from "./code_of.ts";
import { parseRecords } from "./parse_records.ts";
import { columnOf, type EditionOfTables, type PrintedColumn } from "./printed_columns.ts";
import { type JsonFile, readJson } from "./read_json.ts";
import { readText } from "./read_text.ts";

/** A row of a printed table. */
export interface PrintedRow {
  readonly name: string;
  readonly code: string;
  /** Place in the file, from 1. */
  readonly record: number;
}

/** A printed table with its numbers as observations. */
export interface PrintedCells {
  readonly name: string;
  readonly file: JsonFile<PrintedTable>;
  /** The names of all its columns, as printed. */
  readonly header: readonly string[];
  readonly rows: readonly PrintedRow[];
  readonly columns: readonly PrintedColumn[];
  /** The numbers, row by row; a blank is none. */
  readonly observations: readonly ObservationRow[];
  /** Adds a problem that points at a number. */
  reportCell(index: number, message: string): void;
}

/**
 * Reads a table as printed, `tables/NAME.csv`, by what `tables/NAME.json` says of it.
 *
 * @param folder The edition's folder.
 * @param name The table's name.
 * @param options The edition, the unit of each indicator, and where problems are added.
 * @returns The table; `undefined` if it cannot be read.
 */
export async function readPrintedCells(
  folder: string,
  name: string,
  { edition, unitOf, problems }: {
    readonly edition: EditionOfTables;
    readonly unitOf: (indicator: string) => string | undefined;
    readonly problems: Problem[];
  },
): Promise<PrintedCells | undefined> {
  const path = `${folder}/tables/${name}.csv`;
  const file = await readJson(`${folder}/tables/${name}.json`, PrintedTable, problems);
  const text = await readText(path, problems);
  const read = text === undefined ? undefined : parseRecords(path, text, problems);
  if (!file || !read) return undefined;
  const { header, records, at } = read, table = file.value;
  const label = header.indexOf(table.row), lines = header.indexOf(table.line ?? "");
  for (const [key, column] of [["row", table.row], ["line", table.line]] as const) {
    if (column === undefined || header.includes(column)) continue;
    file.report([key], `the table has no column "${column}"; ${didYouMean(column, header)}`);
  }
  if (label < 0) return undefined;
  const others = [table.row, table.line, ...table.leftOut];
  const measured = header.map((name, field) => ({ name, field }))
    .filter(({ name }) => !others.includes(name));
  const codes = codesOf(measured.map(({ name }) => name));
  const columns = measured.flatMap(({ name, field }, index) => {
    const column = columnOf(name, { table, edition, code: codes[index], field });
    if (typeof column !== "string") return column;
    at(0, field, column);
    return [];
  });
  const rowCodes = codesOf(records.map((record) => record[label] ?? ""));
  const rows = records.map((record, index) => ({
    name: record[label] ?? "",
    code: rowCodes[index],
    record: index + 1,
  }));
  const places: { readonly record: number; readonly field: number }[] = [];
  const observations = rows.flatMap((row) =>
    columns.flatMap((column, order): ObservationRow[] => {
      const printed = (records[row.record - 1][column.field] ?? "").trim();
      const read = readPrinted(printed, edition.numberFormat);
      if (read.form === "blank" || read.form === "not-told") return [];
      if (read.form === "unread") {
        at(row.record, column.field, `${column.name}: expected a number, found "${printed}"`);
        return [];
      }
      const line = Number(records[row.record - 1][lines]) + (table.linePerCell ? order : 0);
      const { indicator, population, scope, territory, period } = column;
      const what = { indicator, population, scope, territory, [table.rowIs]: row.code };
      places.push({ record: row.record, field: column.field });
      return [{
        id: `${name}.${row.code}.${column.code}`,
        ...what,
        period,
        value: "value" in read ? Number(decimalString(read.value, 20)) : 0,
        unit: unitOf(what.indicator) ?? table.indicators[what.indicator]?.unit ?? "units",
        form: read.form,
        printed,
        line: lines >= 0 && line > 0 ? line : null,
        cell: { table: name, row: row.name, column: column.name },
      }];
    })
  );
  return {
    name,
    file,
    header,
    rows,
    columns,
    observations,
    reportCell: (index, message) => {
      const { record, field } = places[index];
      at(record, field, `${header[field]}: ${message}`);
    },
  };
}
