import type { Language } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { words } from "../words/words.ts";
import type { CellValue, TableCell } from "./cell.ts";

/** How the numbers and texts of a column are written. */
export interface ColumnStyle {
  /** Most decimals, never more than a number has. @default Two, or more where it takes more to show two digits that count. */
  readonly decimals?: number;
  /** Whether positive numbers get a plus, as changes do. @default false */
  readonly signed?: boolean;
  /** Whether digits stand in groups of three; years do not. @default true */
  readonly grouped?: boolean;
  /** At which side its cells stand. @default "right" for a column of numbers, "left" for one with texts. */
  readonly align?: "left" | "right";
}

/** What stands around a table. */
interface Surroundings {
  /** File name without extension, for a download. */
  readonly name?: string;
  readonly title?: string;
  readonly source?: string;
  readonly language: Language;
}

/** A cell in a language, and what its CSV has: a number in full, nothing for a dash, else the text. */
export interface FormattedCell extends TableCell {
  readonly csv: string | number;
}

/** A table in a language. */
export interface FormattedTable extends Surroundings {
  readonly columns: readonly { readonly label: string; readonly align: "left" | "right" }[];
  readonly rows: readonly (readonly FormattedCell[])[];
  /** How many rows there are, where not all of them are here. */
  readonly total?: number;
}

/**
 * Formats cells in a language.
 *
 * @param grid The cells; `null` becomes a dash.
 * @param style What stands around the table, styles of columns by heading, and the most decimals of a column without a style.
 */
export function formatTable(
  { headings, cells }: {
    readonly headings: readonly string[];
    readonly cells: readonly (readonly CellValue[])[];
  },
  { columns = {}, mostDecimals, ...around }: Surroundings & {
    readonly columns?: Readonly<Record<string, ColumnStyle>>;
    /** @default As many as a number needs. */
    readonly mostDecimals?: number;
  },
): FormattedTable {
  const styles = headings.map((heading) => ({ decimals: mostDecimals, ...columns[heading] }));
  const rows = cells.map((row) =>
    row.map((value, at) => formatCell(value, { ...styles[at], language: around.language }))
  );
  const isNumeric = (at: number) => {
    const told = rows.map((row) => row[at]).filter(({ text }) => text !== "–");
    return told.length > 0 && told.every(({ value }) => value !== undefined);
  };
  return {
    ...around,
    columns: headings.map((label, at) => ({
      label,
      align: styles[at].align ?? (isNumeric(at) ? "right" : "left"),
    })),
    rows,
  };
}

function formatCell(
  value: CellValue,
  { grouped = true, ...style }: ColumnStyle & { readonly language: Language },
): FormattedCell {
  if (value === null) return { text: "–", csv: "" };
  if (typeof value === "string") return { text: value, csv: value };
  if (typeof value === "object") return { ...value, csv: value.text };
  return { text: grouped ? formatNumber(value, style) : String(value), value, csv: value };
}

/** How many rows of a long table stand before the fold. */
export const foldedRows = 12;

/** The rows before the fold, those behind it, and how many these are in words; few rows more than those before have no fold. */
export function fold({ rows, total = rows.length, language }: FormattedTable) {
  const isLong = rows.length > foldedRows + 3;
  return {
    open: isLong ? rows.slice(0, foldedRows) : rows,
    behind: isLong ? rows.slice(foldedRows) : [],
    more: words[language].phrases.moreRows(total - foldedRows),
  };
}

/** How much of a text a column shows: the widest one would part all others. */
const widest = 60;

/**
 * A table as plain text in columns, for terminals and for clients without HTML: the first rows of a long one, and how
 * many more there are.
 *
 * @param table Its cells in a language.
 * @returns Lines without a line feed at the end.
 */
export function tableText(table: FormattedTable): string {
  const { title, source, columns } = table;
  const { open, behind, more } = fold(table);
  const rows = open.map((row) => row.map(({ text }) => cut(text)));
  const head = columns.map(({ label }) => label);
  const widths = columns.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column].length))
  );
  const line = (row: readonly string[]) =>
    row.map((text, column) =>
      columns[column].align === "right"
        ? text.padStart(widths[column])
        : text.padEnd(widths[column])
    ).join("  ").trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  const above = title === undefined ? [] : [title, ""];
  const below = source === undefined ? [] : ["", source];
  const rest = behind.length > 0 ? [more] : [];
  return [...above, line(head), rule, ...rows.map(line), ...rest, ...below].join("\n");
}

function cut(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, " ");
  return line.length > widest ? `${line.slice(0, widest - 1)}…` : line;
}
