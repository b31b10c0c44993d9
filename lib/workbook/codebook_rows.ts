import type { TableRow } from "../look/table_row.ts";
import { words } from "../words/words.ts";
import { countBy } from "../initiatives/count_by.ts";
import type { Initiative } from "../model/initiative.ts";
import type { Language } from "../model/label.ts";
import type { Term } from "../model/vocabulary.ts";

/**
 * A vocabulary as the rows of a table: code, name, definition, rule, and how many initiatives have it.
 *
 * @param terms The vocabulary.
 * @param initiatives The initiatives that are counted.
 * @param options The field that is coded with it, and the language of headings and names.
 * @returns Rows for `table`.
 *
 * @example
 * ```ts
 * import { codebookRows, loadReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { channels, initiatives } = await loadReport("kuzbass-2016");
 * const rows = codebookRows(channels, initiatives, { field: "channel", language: "en" });
 * assertEquals(rows.reduce((sum, row) => sum + Number(row.Number), 0), initiatives.length);
 * ```
 */
export function codebookRows(
  terms: readonly Term[],
  initiatives: readonly Initiative[],
  { field, language }: { readonly field: keyof Initiative; readonly language: Language },
): TableRow[] {
  const { headings } = words[language];
  const counts = new Map(countBy(initiatives, field).map(({ value, count }) => [value, count]));
  return terms.map((term) => ({
    [headings.code]: term.id,
    [headings.name]: language === "ru" ? term.label_ru : term.label_en,
    [headings.definition]: term.definition_en,
    [headings.rule]: term.rule_en || "–",
    [headings.number]: counts.get(term.id) ?? 0,
  }));
}
