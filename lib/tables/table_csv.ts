import { parse, stringify } from "@std/csv";
import type { Language } from "../model/label.ts";
import type { FormattedTable } from "./format_table.ts";
import { fromSpreadsheetText, spreadsheetText } from "./spreadsheet_text.ts";

/**
 * A table as CSV: UTF-8, commas, line feeds, numbers with a decimal dot and without groups, nothing for a dash.
 * A text that a spreadsheet would compute begins with an apostrophe there.
 *
 * @param table Its headings and cells.
 */
export function tableCsv({ columns, rows }: Pick<FormattedTable, "columns" | "rows">): string {
  const records = [
    columns.map(({ label }) => spreadsheetText(label)),
    ...rows.map((row) =>
      row.map(({ csv }) => typeof csv === "string" ? spreadsheetText(csv) : csv)
    ),
  ];
  return stringify(records, { headers: false }).replaceAll("\r\n", "\n");
}

/**
 * CSV as Excel opens it with a double click: a byte order mark, semicolons, CRLF; in Russian numbers have a decimal comma. A
 * text that Excel would compute stays a text.
 *
 * @param csv Tidy CSV: commas, numbers with a decimal dot.
 * @param language Language whose Excel is to read it.
 */
export function excelCsv(csv: string, language: Language): string {
  const cell = (text: string) => {
    if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) {
      return spreadsheetText(fromSpreadsheetText(text));
    }
    return language === "ru" ? text.replace(".", ",") : text;
  };
  const rows = parse(csv).map((row) => row.map(cell));
  return stringify(rows, { headers: false, separator: ";", bom: true, crlf: true });
}
