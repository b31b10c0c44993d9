import type { DefinitionVerdict } from "../audit/resolve_definitions.ts";
import type { TableRow } from "../look/table_row.ts";
import { words } from "../words/words.ts";
import type { Interval } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";

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

/**
 * An interval in figures: one number where it holds one, a dash where nothing is known.
 *
 * @param interval The interval; `null` where there is none.
 * @param language Language of the numbers.
 *
 * @example
 * ```ts
 * import { between, exact, intervalText } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(intervalText(between(exact("4.65"), exact("4.75")), "ru"), "4,65\u20134,75");
 * assertEquals(intervalText(null, "en"), "\u2013");
 * ```
 */
export function intervalText(interval: Interval | null, language: Language): string {
  const write = (end: Interval["low"]) => end && formatNumber(end.round(2), { language });
  const low = write(interval?.low ?? null), high = write(interval?.high ?? null);
  if (low === null && high === null) return "–";
  if (low === high) return low ?? "–";
  return low === null ? `≤ ${high}` : high === null ? `≥ ${low}` : `${low}–${high}`;
}
