import { stringify } from "@std/csv";
import { spreadsheetText } from "./spreadsheet_text.ts";
import type { CellValue } from "./table_row.ts";
import type { CellGrid } from "./write_table.ts";

/**
 * A table as CSV: UTF-8, commas, line feeds, numbers with a decimal dot and without groups, nothing for a dash.
 * A text that a spreadsheet would compute begins with an apostrophe there.
 *
 * @param grid Headings and cells.
 */
export function tableCsv({ headings, cells }: CellGrid): string {
  const records = [headings.map(spreadsheetText), ...cells.map((row) => row.map(plain))];
  return stringify(records, { headers: false }).replaceAll("\r\n", "\n");
}

function plain(value: CellValue): string | number {
  if (value === null || typeof value === "number") return value ?? "";
  return spreadsheetText(typeof value === "object" ? value.text : value);
}
