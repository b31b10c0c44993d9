import type { Edition } from "../model/edition.ts";
import type { LoadedTable } from "./read_table.ts";

/**
 * Reports every row whose line lies past the end of the source.
 *
 * @param table The rows as read; a row without a line is passed over.
 * @param edition The edition, which says how many lines the source has.
 */
export function checkLine(table: LoadedTable<{ line: number | null }>, edition: Edition): void {
  const { lines } = edition.source;
  for (const [index, { line }] of table.rows.entries()) {
    if (line === null || line <= lines) continue;
    table.report(index, "line", `line: expected at most ${lines}, found ${line}`);
  }
}
