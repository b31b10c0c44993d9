import type { TableRow } from "../look/table_row.ts";
import { words } from "../words/words.ts";
import { countBy } from "../initiatives/count_by.ts";
import { inferredFields, type Initiative } from "../model/initiative.ts";
import type { Language } from "../model/label.ts";
import type { Term } from "../model/vocabulary.ts";

/**
 * A vocabulary as the rows of a table: code, name, definition, rule, how many initiatives have it, and for how many of them it
 * was inferred.
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
 * assertEquals(rows.every((row) => Number(row.Inferred) <= Number(row.Number)), true);
 * ```
 */
export function codebookRows(
  terms: readonly Term[],
  initiatives: readonly Initiative[],
  { field, language }: { readonly field: keyof Initiative; readonly language: Language },
): TableRow[] {
  const { headings } = words[language];
  const counts = new Map(countBy(initiatives, field).map((count) => [count.value, count]));
  const inferrable = inferredFields.some((one) => one === field);
  return terms.map((term) => {
    const { count = 0, inferred = 0 } = counts.get(term.id) ?? {};
    return {
      [headings.code]: term.id,
      [headings.name]: term[`label_${language}`],
      [headings.definition]: term[`definition_${language}`],
      [headings.rule]: term[`rule_${language}`] || "–",
      [headings.number]: count,
      ...(inferrable && { [headings.inferred]: inferred }),
    };
  });
}
