import { optionProblems } from "../errors/did_you_mean.ts";
import { UsageError } from "../errors/usage_error.ts";
import { display, type Displayable } from "../model/displayable.ts";
import { type Language, languages } from "../model/label.ts";
import { words } from "../words/words.ts";
import { type CellValue, isRecord, type PlainRecord, type TableRow } from "./cell.ts";
import {
  type ColumnStyle,
  foldedRows,
  formatTable,
  type FormattedTable,
  tableText,
} from "./format_table.ts";
import { countsNote, rowColumns } from "./row_columns.ts";
import { tableCsv } from "./table_csv.ts";
import { tableHtml } from "./table_html.ts";

/** What a table says about itself. */
export interface TableCaption {
  /** Name in kebab case, under which the page offers its CSV. */
  readonly name: string;
  /** What the table is called. */
  readonly title: string;
  /** Where the numbers come from. */
  readonly source: string;
  /** Language of numbers and words. */
  readonly language: Language;
  /** Styles of columns, by column. */
  readonly columns?: Readonly<Record<string, ColumnStyle>>;
}

/** A table that shows itself as HTML, plain text and CSV. */
export interface Table extends Displayable {
  /** The rows, each with the same columns. */
  readonly rows: readonly TableRow[];
  /** The rows as CSV, numbers with a decimal dot and without groups. */
  readonly csv: string;
}

/**
 * A table of rows, with its title and source.
 *
 * Columns come in the order of the first row's keys, which are their headings.
 *
 * @param rows The rows; numbers are written in the caption's language, `null` as a dash.
 * @param caption Title, source, language, and styles of columns.
 * @returns A value for `show`.
 * @throws {RangeError} With all problems: what the caption lacks, no rows, a row that lacks a column, a style of no
 *   column.
 *
 * @example
 * ```ts
 * import { table } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const users = table([{ year: "2016", users: 267826 }], {
 *   name: "users",
 *   title: "Users",
 *   source: "Table 1",
 *   language: "ru",
 * });
 * assertEquals(users.csv, "year,users\n2016,267826\n");
 * ```
 */
export function table(rows: readonly TableRow[], caption: TableCaption): Table {
  const headings = Object.keys(rows[0] ?? {});
  const problems = [...captionProblems(caption), ...gridProblems(rows, headings, caption)];
  if (problems.length > 0) {
    throw new UsageError(`Cannot make table "${caption?.name ?? ""}": ${problems.join("; ")}`);
  }
  const cells = rows.map((row) => headings.map((heading) => row[heading]));
  const formatted = formatTable({ headings, cells }, caption);
  const csv = tableCsv(formatted);
  const bundle = {
    "text/html": tableHtml(formatted),
    "text/plain": tableText(formatted),
    "text/csv": csv,
  };
  return { rows, csv, [display]: () => bundle };
}

/** What a caller without types may forget or misspell. */
function* captionProblems(caption: Partial<TableCaption> = {}): Generator<string> {
  for (const field of ["name", "title", "source"] as const) {
    if (typeof caption[field] !== "string") yield `expected a ${field} in the caption, found none`;
  }
  if (caption.language === undefined) yield 'expected language "en" or "ru", found none';
  yield* optionProblems(caption, {
    name: null,
    title: null,
    source: null,
    language: languages,
    columns: null,
  });
  const styles = { decimals: null, signed: null, grouped: null, align: ["left", "right"] };
  for (const style of Object.values(caption.columns ?? {})) yield* optionProblems(style, styles);
}

function* gridProblems(
  rows: readonly TableRow[],
  headings: readonly string[],
  { columns = {} }: Partial<TableCaption> = {},
): Generator<string> {
  if (headings.length === 0) return yield "expected rows, found none";
  const wanted = headings.join(", "), numeral = headings.find((name) => /^\d+$/.test(name));
  if (numeral !== undefined) {
    yield `expected headings in words, found "${numeral}", which JavaScript would put first; ` +
      `name it "Year ${numeral}" or the like`;
  }
  const ragged = rows.findIndex((row) =>
    Object.keys(row).length !== headings.length || headings.some((name) => row[name] === undefined)
  );
  if (ragged >= 0) {
    const found = Object.keys(rows[ragged]).join(", ");
    yield `expected columns ${wanted} in row ${ragged + 1}, found ${found}`;
  }
  const unknown = Object.keys(columns).filter((name) => !headings.includes(name));
  if (unknown.length > 0) yield `expected styles of ${wanted}, found ${unknown.join(", ")}`;
}

/** How much of a dataset an output may take; notebooks are kept small. */
const mostBytes = 75_000;

/** How much the table and its CSV may take together. */
const mostBytesInAll = 95_000;

/** More rows than that never fit, even with one digit in each. */
const mostRows = mostBytes / 30;

/**
 * Records as a table, one column for each field: as many rows as an output may take, and how many there are. Where scripts
 * run, a link gives as CSV what stands there in full; a table that is not too large holds its CSV besides.
 *
 * @param records The records; at least one.
 * @param language Language of numbers and labels.
 * @returns A value for `show`.
 */
export function recordsTable(records: readonly PlainRecord[], language: Language): Displayable {
  const table = formatRecords(records.slice(0, mostRows), language, { mostDecimals: 6 });
  const shown = shorten(table), [kept, total] = [shown.rows.length, records.length];
  const isWhole = kept === total;
  const around = isWhole
    ? { name: "records" }
    : { title: words[language].phrases.firstRows(kept, total) };
  const [html, csv] = [tableHtml({ ...shown, ...around }), tableCsv(table)];
  const isSmall = isWhole && new TextEncoder().encode(html + csv).length <= mostBytesInAll;
  const bundle = {
    "text/html": html,
    "text/plain": tableText({ ...table, total }),
    ...(isSmall && { "text/csv": csv }),
  };
  return { [display]: () => bundle };
}

/**
 * Records as a table in a language; years have no groups.
 *
 * @param records The records.
 * @param language Language of numbers and labels.
 * @param options Whether fields that hold records are left out, and the most decimals of a number.
 */
export function formatRecords(
  records: readonly PlainRecord[],
  language: Language,
  { isFlat = false, mostDecimals }: {
    readonly isFlat?: boolean;
    readonly mostDecimals?: number;
  } = {},
): FormattedTable {
  const columns = rowColumns(records, language)
    .filter(({ key }) => !isFlat || !records.some((row) => isRecord(row[key])));
  const headings = columns.map(({ heading }) => heading);
  const cells = records.map((row) => columns.map(({ cell }) => cell(row)));
  const years = headings.filter((_, at) => cells.every((row) => isYear(row[at])));
  const styles = Object.fromEntries(years.map((heading) => [heading, { grouped: false }]));
  const source = countsNote(records, language);
  return formatTable({ headings, cells }, {
    language,
    columns: styles,
    mostDecimals,
    ...(source !== "" && { source }),
  });
}

function isYear(value: CellValue): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 1800 && value <= 2100;
}

/** The rows that fit into an output, but those before the fold in any case. */
function shorten(table: FormattedTable): FormattedTable {
  const encoder = new TextEncoder();
  let size = 0;
  const end = table.rows.findIndex((row, index) => {
    size += row.reduce((sum, { text }) => sum + 20 + encoder.encode(text).length, 9);
    return index >= foldedRows && size > mostBytes;
  });
  return end < 0 ? table : { ...table, rows: table.rows.slice(0, end) };
}
