import type { Localisation } from "../audit/localise.ts";
import type { TableRow } from "../look/table_row.ts";
import { words } from "../words/words.ts";
import type { Language } from "../model/label.ts";

/**
 * The smallest repairs of each contradiction as the rows of a table: the claims that clash, the condition under which they agree,
 * and the slip that would explain it.
 *
 * @param localisations What was found of each contradiction.
 * @param language Language of headings and texts.
 * @returns Rows for `table`.
 *
 * @example
 * ```ts
 * import { loadReport, localise, repairRows } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = repairRows(localise(await loadReport("kuzbass-2016")), "en");
 * assertEquals(rows.at(-1)?.["Consistent if"], "users.youth = 183,559");
 * ```
 */
export function repairRows(
  localisations: readonly Localisation[],
  language: Language,
): TableRow[] {
  const { headings, phrases, slips } = words[language];
  return localisations.flatMap(({ violated, repairs }) =>
    repairs.map(({ statement, cells, cost }) => ({
      [headings.claims]: violated.join(", "),
      [headings.consistentIf]: statement[language].replace(/^.*?(если|if) /, ""),
      [headings.slips]: cells.map((cell) =>
        cell.slips.map((slip) => slips[slip]).join(", ") ||
        phrases.noSlip
      ).join("; "),
      [headings.cost]: cost,
    }))
  );
}
