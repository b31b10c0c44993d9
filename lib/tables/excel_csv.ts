import { parse, stringify } from "@std/csv";
import { fromSpreadsheetText, spreadsheetText } from "./spreadsheet_text.ts";
import type { Language } from "../model/label.ts";

/**
 * CSV as Excel opens it with a double click: a byte order mark, semicolons, CRLF; in Russian numbers have a decimal comma. A
 * text that Excel would compute stays a text.
 *
 * @param csv Tidy CSV: commas, numbers with a decimal dot.
 * @param language Language whose Excel is to read it.
 */
export function excelCsv(csv: string, language: Language): string {
  const rows = parse(csv).map((row) => row.map((cell) => excelCell(cell, language)));
  return stringify(rows, { headers: false, separator: ";", bom: true, crlf: true });
}

function excelCell(cell: string, language: Language): string {
  if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell)) {
    return language === "ru" ? cell.replace(".", ",") : cell;
  }
  return spreadsheetText(fromSpreadsheetText(cell));
}
