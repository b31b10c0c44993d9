import { tableCsv } from "../tables/table_csv.ts";
import { tableHtml } from "../tables/table_html.ts";
import type { CellValue } from "../tables/table_row.ts";
import { tableText } from "../tables/table_text.ts";
import { type CellGrid, stylesOfYears, writeTable } from "../tables/write_table.ts";
import { foldedRows, type WrittenTable } from "../tables/written_table.ts";
import type { Relation } from "../model/relation.ts";
import { display, type Displayable } from "../model/displayable.ts";
import { words } from "../words/words.ts";
import type { Language } from "../model/label.ts";
import { relationText } from "./relation_text.ts";

/** One record: fields by name. */
export type PlainRecord = Readonly<Record<string, unknown>>;

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
 * A list is written with commas, a label in the language, a relation as a formula; years have no groups.
 *
 * @param records The records; at least one.
 * @param language Language of numbers and labels.
 * @returns A value for `show`.
 */
export function recordsTable(records: readonly PlainRecord[], language: Language): Displayable {
  const grid = cellsOf(records.slice(0, mostRows), language);
  const written = writeTable(grid, { language, columns: stylesOfYears(grid), mostDecimals: 6 });
  const shown = shorten(written);
  const isWhole = shown.rows.length === records.length;
  const around = isWhole ? { name: "records" } : { title: partOf(shown, records.length) };
  const [html, csv] = [tableHtml({ ...shown, ...around }), tableCsv(grid)];
  const isSmall = isWhole && new TextEncoder().encode(html + csv).length <= mostBytesInAll;
  const bundle = {
    "text/html": html,
    "text/plain": tableText({ ...written, total: records.length }),
    ...(isSmall && { "text/csv": csv }),
  };
  return { [display]: () => bundle };
}

/** Records as cells, one column for each field. */
export function cellsOf(records: readonly PlainRecord[], language: Language): CellGrid {
  const headings = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const cells = records.map((record) => headings.map((field) => cellOf(record[field], language)));
  return { headings, cells };
}

function partOf({ rows, language }: WrittenTable, total: number): string {
  return words[language].phrases.firstRows({ kept: rows.length, total });
}

/** The rows that fit into an output, but those before the fold in any case. */
function shorten(written: WrittenTable): WrittenTable {
  const encoder = new TextEncoder();
  let size = 0;
  const end = written.rows.findIndex((row, index) => {
    size += row.reduce((sum, { text }) => sum + 20 + encoder.encode(text).length, 9);
    return index >= foldedRows && size > mostBytes;
  });
  return end < 0 ? written : { ...written, rows: written.rows.slice(0, end) };
}

function cellOf(value: unknown, language: Language): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map((one) => textOf(one)).join(", ");
  if (isRelation(value)) return relationText(value, language);
  if ("ru" in value && "en" in value) return textOf(language === "ru" ? value.ru : value.en);
  const number = numberOf(value);
  return number === undefined ? textOf(value) : cellOf(number, language);
}

function textOf(value: unknown): string {
  if (value instanceof Date) return textOfDate(value);
  if (typeof value !== "object") return String(value);
  return JSON.stringify(value, (_, inner) => {
    if (typeof inner === "bigint") return String(inner);
    return typeof inner === "object" && inner !== null ? numberOf(inner) ?? inner : inner;
  });
}

/** The number that an object stands for, as an exact one does. */
function numberOf(value: object): number | undefined {
  const primitive: unknown = value instanceof Date ? undefined : value.valueOf();
  return typeof primitive === "number" ? primitive : undefined;
}

/** A day without its midnight. */
function textOfDate(date: Date): string {
  return Number.isNaN(+date) ? String(date) : date.toISOString().replace(/T00:00:00\.000Z$/, "");
}

function isRelation(value: object): value is Relation {
  return ["kind", "result", "operands", "divisors", "rule"].every((key) => key in value);
}
