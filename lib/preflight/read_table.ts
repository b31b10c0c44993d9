import type { Delimited } from "../input/read_delimited.ts";
import type { NumberFormat, PrintedWord } from "../model/edition.ts";
import { type ReadNumber, type ReadOther, readPrinted } from "../numbers/read_printed.ts";
import { codeNotes, isMeasure } from "./measures.ts";
import { formatNote, numberFormat } from "./number_format.ts";
import { type PeriodHeader, periodOf } from "./period.ts";
import { countHeaders, distinct, headerNames, isHeaderTop } from "./table_headers.ts";

/** A column of a printed table. */
export interface TableColumn {
  /** From 0, as in the file. */
  readonly index: number;
  /** Its headers from top to bottom as one text, unlike every other column's. */
  readonly name: string;
  readonly header: PeriodHeader;
  /** Whether it holds numbers that measure something, not texts, codes or the numbers of rows. */
  readonly isMeasure: boolean;
}

/** A row of a printed table. */
export interface TableRow {
  /** From 1, as spreadsheets count the rows of the file. */
  readonly number: number;
  /** What the row is about, unlike every other row's. */
  readonly name: string;
  readonly cells: readonly TableCell[];
}

/** A cell as printed, and what it was read as. */
export interface TableCell {
  readonly printed: string;
  readonly read: ReadNumber | ReadOther;
}

/** What could not be read, or was read in a way that one should know. */
export interface TableNote {
  /** From 1; `undefined` where the whole table is meant. */
  readonly row?: number;
  readonly column?: string;
  readonly text: string;
}

/** A table of printed strings, with what they were read as. */
export interface PrintedTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Cells of columns of measures that could not be read. */
  readonly unread: readonly TableNote[];
  /** Titles, notes and blank rows that are no data, and how numbers were taken. */
  readonly notes: readonly TableNote[];
  /** Index of the column that names the rows; `undefined` where none does. */
  readonly label: number | undefined;
  readonly format: NumberFormat;
}

/** How a table is to be read, where it does not tell itself. */
export interface ReadTableOptions {
  /** How many rows are headers; found out unless told. */
  readonly headerRows?: number;
  /** The decimal sign; found out unless told. */
  readonly decimal?: "comma" | "dot";
  /** What codes and words mean that stand for numbers, such as −1 for not told. */
  readonly words?: Readonly<Record<string, PrintedWord>>;
}

/**
 * Reads rows of strings as a table: headers, what a row is about, and numbers as printed.
 *
 * @param delimited The rows of the file.
 * @param options What the table does not tell itself.
 * @returns The table; nothing is lost: what is no data is among its notes, what cannot be read among its unread cells.
 */
export function readTable(
  { rows: file }: Pick<Delimited, "rows">,
  options: ReadTableOptions = {},
): PrintedTable {
  const notes: TableNote[] = [];
  const width = Math.max(...file.map(({ length }) => length));
  const numbered = file.map((fields, index) => ({
    number: index + 1,
    fields: Array.from({ length: width }, (_, at) => clean(fields[at] ?? "")),
  }));
  const isFilled = (fields: readonly string[]) => fields.filter((field) => field !== "").length;
  const kept = numbered.filter(({ number, fields }, index) => {
    const filled = isFilled(fields);
    if (filled === 0) return false;
    const isAlone = width > 2 && filled === 1 &&
      !/^[-+\u2212\u2013\d.,\s]+$/.test(fields.find((field) => field !== "")!);
    if (!isAlone || (index < 3 && isHeaderTop(numbered, index))) return true;
    notes.push({
      row: number,
      text: `taken as a title or note: ${fields.find((field) => field !== "")}`,
    });
    return false;
  });
  const headers = options.headerRows ?? countHeaders(kept.map(({ fields }) => fields));
  const format = numberFormat(kept.slice(headers).flatMap(({ fields }) => fields), options);
  notes.push({ text: formatNote(format) });
  const names = headerNames(kept.slice(0, headers).map(({ fields }) => fields), width);
  const body = kept.slice(headers).filter(({ number, fields }, index) => {
    if (index > 0 || !isNumbering(fields)) return true;
    notes.push({ row: number, text: "taken as the numbers of the columns" });
    return false;
  });
  const known = new Map<string, TableCell>();
  const cellOf = (printed: string): TableCell => {
    const before = known.get(printed);
    if (before) return before;
    const cell = { printed, read: readPrinted(printed, format) };
    known.set(printed, cell);
    return cell;
  };
  const cells = body.map(({ fields }) => fields.map(cellOf));
  const columns = names.map((name, index): TableColumn => ({
    index,
    name,
    header: periodOf(name),
    isMeasure: isMeasure(cells.map((row) => row[index]), name, index),
  }));
  const label =
    columns.find(({ index, isMeasure }) =>
      !isMeasure && cells.filter((row) =>
          /\p{L}/u.test(row[index].printed)
        ).length > cells.length / 2 &&
      new Set(cells.map((row) => row[index].printed)).size > cells.length / 2
    ) ?? columns.find(({ isMeasure }) => !isMeasure);
  const rowNames = distinct(
    cells.map((row, index) => (label && row[label.index].printed) || `row ${body[index].number}`),
    (index) => `row ${body[index].number}`,
  );
  const rows = cells.map((row, index) => ({
    number: body[index].number,
    name: rowNames[index],
    cells: row,
  }));
  const unread = rows.flatMap(({ number, cells }) =>
    columns.filter(({ isMeasure }) => isMeasure).flatMap(({ index, name }) => {
      const { printed, read } = cells[index];
      if (read.form !== "unread") return [];
      const rest = read.rest === printed ? "" : `: not understood: ${JSON.stringify(read.rest)}`;
      return [{
        row: number,
        column: name,
        text: `${JSON.stringify(printed)} is no number${rest}`,
      }];
    })
  );
  notes.push(...codeNotes(columns, rows));
  return { columns, rows, unread, notes, label: label?.index, format };
}

function clean(field: string): string {
  return field.replaceAll(/[\ufeff\u200b\u00ad]/g, "").replaceAll(/\s*\n\s*/g, " ").trim();
}

/** Whether a row numbers the columns, as `А 1 2 3` or `1 2 3` below the headers. */
function isNumbering(fields: readonly string[]): boolean {
  const [first, ...others] = fields;
  const start = /^[AА]?$/.test(first) ? 1 : Number(first) + 1;
  return others.length > 1 && others.every((field, index) => field === String(start + index));
}
