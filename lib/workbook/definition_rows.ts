import type { DefinitionVerdict } from "../audit/resolve_definitions.ts";
import type { TableRow } from "../look/table_row.ts";
import { wordsIn } from "../display/words.ts";
import type { Interval } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import { shownDecimals } from "../numbers/digits.ts";
import { formatNumber } from "../numbers/format_number.ts";

const kindWords = {
  determined: { en: "determined", ru: "установлено" },
  ambiguous: { en: "ambiguous", ru: "неоднозначно" },
  none: { en: "none fits", ru: "ни один не подходит" },
} as const;

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
  const words = wordsIn(language);
  return verdicts.flatMap(({ definition, kind, candidates }) =>
    candidates.map(({ candidate, value, survives }) => ({
      [words.question]: language === "ru" ? definition.question_ru : definition.question_en,
      [words.verdict]: kindWords[kind][language],
      [words.candidate]: language === "ru" ? candidate.label_ru : candidate.label_en,
      [words.gives]: intervalText(value, language),
      [words.survives]: survives === null ? words.untested : survives ? words.yes : words.no,
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
  const ends = [interval?.low ?? null, interval?.high ?? null] as const;
  const [from, to] = ends;
  let decimals = Math.max(...ends.map((end) => end === null ? 0 : shownDecimals(end)));
  const isApart = from && to && !from.equals(to);
  while (isApart && from.round(decimals).equals(to.round(decimals))) decimals++;
  const [low, high] = ends.map((end) => end && formatNumber(end, { language, decimals }));
  if (low === null && high === null) return "–";
  if (low === high) return low ?? "–";
  return low === null ? `≤ ${high}` : high === null ? `≥ ${low}` : `${low}–${high}`;
}
