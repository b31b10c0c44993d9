import { tableCsv } from "../tables/table_csv.ts";
import { tableHtml } from "../tables/table_html.ts";
import type { ColumnStyle, TableRow } from "../tables/table_row.ts";
import { tableText } from "../tables/table_text.ts";
import { gridOf, writeTable } from "../tables/write_table.ts";
import { display, type Displayable } from "../model/displayable.ts";
import type { Language } from "../model/label.ts";
import { UsageError } from "../errors/usage_error.ts";

/** What a table says about itself. */
export interface TableCaption {
  /** Name in kebab case, under which the page offers its CSV. */
  readonly name: string;
  readonly title: string;
  /** Where the numbers come from. */
  readonly source: string;
  readonly language: Language;
  /** Styles of columns, by column. */
  readonly columns?: Readonly<Record<string, ColumnStyle>>;
}

/** A table that shows itself as HTML, plain text and CSV. */
export interface Table extends Displayable {
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
 * @throws {RangeError} If the caption lacks something, if there are no rows, if a row lacks a column, or if a style names no
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
  checkCaption(caption);
  const keys = Object.keys(rows[0] ?? {});
  checkColumns(rows, keys, caption);
  const grid = gridOf(rows);
  const written = writeTable(grid, caption);
  const csv = tableCsv(grid);
  const bundle = {
    "text/html": tableHtml(written),
    "text/plain": tableText(written),
    "text/csv": csv,
  };
  return { rows, csv, [display]: () => bundle };
}

/** What a caller without types may forget. */
function checkCaption(caption: Partial<TableCaption> = {}): void {
  const { name = "", language } = caption;
  const lacking = (["name", "title", "source"] as const).filter((field) =>
    typeof caption[field] !== "string"
  );
  const problems = [
    ...lacking.map((field) => `expected a ${field} in the caption, found none`),
    ...(language === "en" || language === "ru"
      ? []
      : [`expected language "en" or "ru", found ${JSON.stringify(language) ?? "none"}`]),
  ];
  if (problems.length === 0) return;
  throw new UsageError(`Cannot make table "${name}": ${problems.join("; ")}`);
}

function checkColumns(
  rows: readonly TableRow[],
  keys: readonly string[],
  { name, columns }: TableCaption,
): void {
  if (keys.length === 0) {
    throw new UsageError(`Cannot make table "${name}": expected rows, found none`);
  }
  const numeral = keys.find((key) => /^\d+$/.test(key));
  if (numeral !== undefined) {
    throw new UsageError(
      `Cannot make table "${name}": expected headings in words, found "${numeral}", which JavaScript would put first; name it "Year ${numeral}" or the like`,
    );
  }
  for (const [index, row] of rows.entries()) {
    const missing = keys.find((key) => row[key] === undefined);
    if (missing !== undefined || Object.keys(row).length !== keys.length) {
      const found = Object.keys(row).join(", ");
      throw new UsageError(
        `Cannot make table "${name}": expected columns ${keys.join(", ")} in row ${
          index + 1
        }, found ${found}`,
      );
    }
  }
  const unknown = Object.keys(columns ?? {}).filter((key) => !keys.includes(key));
  if (unknown.length > 0) {
    throw new UsageError(
      `Cannot make table "${name}": expected styles of ${keys.join(", ")}, found ${
        unknown.join(", ")
      }`,
    );
  }
}
