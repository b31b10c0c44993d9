import type { TableRow } from "../look/table_row.ts";
import { words } from "../words/words.ts";
import type { Initiative } from "../model/initiative.ts";
import { isTold } from "../initiatives/is_told.ts";
import type { Lookup } from "./lookup.ts";

const vocabularies = {
  kind: "kinds",
  system: "systems",
  audience: "audiences",
  themes: "themes",
  channel: "channels",
} as const;

/**
 * Initiatives as the rows of a table: name, kind, systems, audience, themes, channel, outcome, line. What the text does not state
 * and was inferred stands in square brackets, as what a cataloguer supplies does.
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
 * assertEquals([row.Kind, row["For whom"], row.Line], ["Club", "[General]", 132]);
 * ```
 */
export function initiativeRows(initiatives: readonly Initiative[], lookup: Lookup): TableRow[] {
  const { headings } = words[lookup.language];
  return initiatives.map((initiative) => {
    const names = (field: keyof typeof vocabularies) => {
      const ids = [initiative[field]].flat();
      const text = ids.map((id) => lookup.term(vocabularies[field], id)).join(", ");
      return text === "" || isTold(initiative, field) ? text || "–" : `[${text}]`;
    };
    return {
      [headings.initiative]: initiative.name,
      [headings.kind]: names("kind"),
      [headings.systems]: names("system"),
      [headings.forWhom]: names("audience"),
      [headings.themes]: names("themes"),
      [headings.channel]: names("channel"),
      [headings.outcome]: initiative[`outcome_${lookup.language}`] || "–",
      [headings.line]: initiative.line,
    };
  });
}
