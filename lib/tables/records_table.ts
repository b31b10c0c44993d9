import { display, type Displayable } from "../model/displayable.ts";
import type { Language } from "../model/label.ts";
import { words } from "../words/words.ts";
import { type CellValue, isRecord, type PlainRecord } from "./cell.ts";
import { foldedRows, formatTable, type FormattedTable, tableText } from "./format_table.ts";
import { countsNote, rowColumns } from "./row_columns.ts";
import { tableCsv } from "./table_csv.ts";
import { tableHtml } from "./table_html.ts";

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
    ...{ language, columns: styles, mostDecimals },
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
