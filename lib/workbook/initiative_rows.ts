import type { TableRow } from "../look/table_row.ts";
import { words } from "../words/words.ts";
import type { Initiative } from "../model/initiative.ts";
import type { Lookup } from "./lookup.ts";

/**
 * Initiatives as the rows of a table: name, kind, systems, audience, themes, outcome, line.
 *
 * @param initiatives The initiatives.
 * @param lookup Names of the codes.
 * @returns Rows for `table`.
 *
 * @example
 * ```ts
 * import { initiativeRows, openWorkbook, searchText } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const book = await openWorkbook("13_atlas", { language: "en" });
 * const [row] = initiativeRows(searchText(book.report.initiatives, "60 секунд"), book);
 * assertEquals([row.Kind, row.Line], ["Club", 132]);
 * ```
 */
export function initiativeRows(initiatives: readonly Initiative[], lookup: Lookup): TableRow[] {
  const { headings } = words[lookup.language];
  const dash = (texts: readonly string[]) => texts.join(", ") || "–";
  return initiatives.map((initiative) => ({
    [headings.initiative]: initiative.name,
    [headings.kind]: lookup.term("kinds", initiative.kind),
    [headings.systems]: dash(initiative.system.map((id) => lookup.term("systems", id))),
    [headings.ofWhom]: dash(initiative.audience.map((id) => lookup.term("audiences", id))),
    [headings.themes]: dash(initiative.themes.map((id) => lookup.term("themes", id))),
    [headings.outcome]: initiative.outcome || "–",
    [headings.line]: initiative.line,
  }));
}
