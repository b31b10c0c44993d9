import type { Edition } from "../model/edition.ts";
import type { LoadedTable } from "./read_table.ts";

/** A row that names a line of the source, several, or none. */
export type LocatedRow = { readonly line: number | null } | { readonly lines: readonly number[] };

/**
 * Reports every row whose line lies past the end of the source.
 *
 * @param table The rows as read; a row without a line is passed over.
 * @param edition The edition, which says how many lines the source has.
 */
export function checkLine(table: LoadedTable<LocatedRow>, edition: Edition): void {
  const { lines } = edition.source;
  for (const [index, row] of table.rows.entries()) {
    const column = "lines" in row ? "lines" : "line";
    const last = "lines" in row ? row.lines.at(-1) : row.line;
    if (last == null || last <= lines) continue;
    table.report(index, column, `${column}: expected at most ${lines}, found ${last}`);
  }
}
