import { stringify } from "@std/csv";
import type { CellValue } from "./table_row.ts";
import type { CellGrid } from "./write_table.ts";

/**
 * A table as CSV: UTF-8, commas, line feeds, numbers with a decimal dot and without groups, nothing for a dash.
 *
 * @param grid Headings and cells.
 */
export function tableCsv({ headings, cells }: CellGrid): string {
  const records = [headings, ...cells.map((row) => row.map(plain))];
  return stringify(records, { headers: false }).replaceAll("\r\n", "\n");
}

function plain(value: CellValue): string | number {
  return value === null ? "" : typeof value === "object" ? value.text : value;
}
