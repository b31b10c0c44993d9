import type { Language } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";
import type { CellValue, ColumnStyle, TableRow } from "./table_row.ts";
import type { WrittenCell, WrittenTable } from "./written_table.ts";

/** What is said around a table, and how its columns are written. */
export interface WritingStyle {
  readonly name?: string;
  readonly title?: string;
  readonly source?: string;
  readonly language: Language;
  readonly columns?: Readonly<Record<string, ColumnStyle>>;
}

/**
 * Writes the cells of rows in a language.
 *
 * @param rows The rows, all with the columns of the first; `null` is written as a dash.
 * @param style Language, styles of columns, and what is said around the table.
 */
export function writeTable(
  rows: readonly TableRow[],
  { columns = {}, ...around }: WritingStyle,
): WrittenTable {
  const keys = Object.keys(rows[0] ?? {});
  return {
    ...around,
    columns: keys.map((label) => ({
      label,
      align: columns[label]?.align ?? (holdsNumbers(rows, label) ? "right" : "left"),
    })),
    rows: rows.map((row) =>
      keys.map((key) => write(row[key], columns[key] ?? {}, around.language))
    ),
  };
}

function holdsNumbers(rows: readonly TableRow[], key: string): boolean {
  return rows.every((row) => row[key] === null || typeof row[key] === "number") &&
    rows.some((row) => row[key] !== null);
}

function write(value: CellValue, style: ColumnStyle, language: Language): WrittenCell {
  if (value === null) return { text: "–", value };
  if (typeof value === "string") return { text: value };
  if (typeof value === "object") return value;
  const { decimals, signed, grouped = true } = style;
  const rounded = decimals === undefined ? Math.round(value * 100) / 100 : value;
  const text = grouped ? formatNumber(rounded, { language, decimals, signed }) : String(value);
  return { text, value };
}
