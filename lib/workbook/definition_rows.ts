import type { DefinitionVerdict } from "../audit/resolve_definitions.ts";
import type { TableRow } from "../look/table_row.ts";
import { words } from "../words/words.ts";
import type { Language } from "../model/label.ts";
import { intervalText } from "../display/interval_text.ts";

/**
 * Questions of definition as the rows of a table, one for each candidate: question, verdict, candidate, what it gives, whether
 * it fits the print.
 *
 * @param verdicts What was found of each question.
 * @param language Language of headings and texts.
 * @returns Rows for `table`.
 *
 * @example
 * ```ts
 * import { definitionRows, loadReport, resolveDefinitions } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const verdicts = resolveDefinitions(await loadReport("kuzbass-2016"));
 * const [row] = definitionRows(verdicts, "en");
 * assertEquals([row.Verdict, row.Gives, row["Fits the print"]], ["determined", "4", "yes"]);
 * ```
 */
export function definitionRows(
  verdicts: readonly DefinitionVerdict[],
  language: Language,
): TableRow[] {
  const { headings, definitions } = words[language];
  return verdicts.flatMap(({ definition, kind, candidates }) =>
    candidates.map(({ candidate, value, survives }) => ({
      [headings.question]: language === "ru" ? definition.question_ru : definition.question_en,
      [headings.verdict]: definitions[kind],
      [headings.candidate]: language === "ru" ? candidate.label_ru : candidate.label_en,
      [headings.gives]: intervalText(value, language),
      [headings.survives]: survives === null
        ? headings.untested
        : survives
        ? headings.yes
        : headings.no,
    }))
  );
}
