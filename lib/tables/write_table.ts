import type { Language } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { sortNumber } from "./sort_number.ts";
import type { CellValue, ColumnStyle, TableRow } from "./table_row.ts";
import type { WrittenCell, WrittenTable } from "./written_table.ts";

/** Cells under headings; every row has one for each. */
export interface CellGrid {
  readonly headings: readonly string[];
  readonly cells: readonly (readonly CellValue[])[];
}

/** What is said around a table, and how its columns are written. */
export interface WritingStyle {
  readonly name?: string;
  readonly title?: string;
  readonly source?: string;
  readonly language: Language;
  /** Styles of columns, by heading. */
  readonly columns?: Readonly<Record<string, ColumnStyle>>;
  /** Most decimals of a number whose column does not say how many. @default As many as it needs. */
  readonly mostDecimals?: number;
}

/** Rows as cells, under the keys of the first row. */
export function gridOf(rows: readonly TableRow[]): CellGrid {
  const headings = Object.keys(rows[0] ?? {});
  return { headings, cells: rows.map((row) => headings.map((heading) => row[heading])) };
}

/** Styles of the columns that hold whole numbers from 1800 to 2100 alone: they are years, which have no groups. */
export function stylesOfYears({ headings, cells }: CellGrid): Record<string, ColumnStyle> {
  const isYear = (value: CellValue) =>
    typeof value === "number" && Number.isInteger(value) && value >= 1800 && value <= 2100;
  return Object.fromEntries(
    headings.filter((_, at) => cells.every((row) => isYear(row[at])))
      .map((heading) => [heading, { grouped: false }]),
  );
}

/**
 * Writes cells in a language.
 *
 * @param grid The cells; `null` is written as a dash.
 * @param style Language, styles of columns, and what is said around the table.
 */
export function writeTable({ headings, cells }: CellGrid, style: WritingStyle): WrittenTable {
  const { columns = {}, mostDecimals, ...around } = style;
  return {
    ...around,
    columns: headings.map((label, at) => ({
      label,
      align: columns[label]?.align ??
        (holdsNumbers(cells, { at, language: around.language }) ? "right" : "left"),
    })),
    rows: cells.map((row) =>
      row.map((value, at) => {
        const style = columns[headings[at]] ?? {};
        return write(value, { ...style, mostDecimals, language: around.language });
      })
    ),
  };
}

/** Texts count where each is a number as written or a dash, but not what names the rows. */
function holdsNumbers(
  cells: CellGrid["cells"],
  { at, language }: { readonly at: number; readonly language: Language },
): boolean {
  const isNumber = (value: CellValue) =>
    typeof value === "number" ||
    (at > 0 && typeof value === "string" && sortNumber(value, language) !== undefined);
  const column = cells.map((row) => row[at]).filter((value) => value !== null && value !== "–");
  return column.length > 0 && column.every(isNumber);
}

function write(
  value: CellValue,
  { decimals, signed, grouped = true, mostDecimals, language }: ColumnStyle & {
    readonly mostDecimals: number | undefined;
    readonly language: Language;
  },
): WrittenCell {
  if (value === null) return { text: "–", value };
  if (typeof value === "string") return { text: value };
  if (typeof value === "object") return value;
  const style = { language, signed, decimals: decimals ?? mostDecimals };
  const text = grouped ? formatNumber(value, style) : String(value);
  return { text, value };
}
