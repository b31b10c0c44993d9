import { limitOf } from "../audit/limit_of.ts";
import type { Displayable } from "../model/displayable.ts";
import type { Interval } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import type { Verdict } from "../model/verdict.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { intervalEnds } from "../numbers/interval_text.ts";
import { card } from "./card.ts";
import { relationText } from "./relation_text.ts";
import { verdictBadge } from "./verdict_badge.ts";
import { withSign } from "../numbers/unit_scale.ts";
import { differenceText, recomputedText } from "./verdict_rows.ts";
import { words } from "../words/words.ts";

/**
 * A verdict as a card: the claim, what was found, what is printed and what was recomputed, each with all values that it stands
 * for, how far they are apart, and where it is said.
 *
 * @param verdict The verdict.
 * @param language Language of words and numbers.
 * @returns A value for `show`.
 *
 * @example
 * ```ts
 * import { audit, display, loadReport, verdictCard } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const { verdicts } = audit(await loadReport("kuzbass-2016"));
 * const visits = verdicts.find(({ claim }) => claim.id === "table1.visits.2016.sum")!;
 * assertStringIncludes(String(verdictCard(visits, "en")[display]()["text/plain"]), "≠ contradicts");
 * ```
 */
export function verdictCard(verdict: Verdict, language: Language): Displayable {
  const { headings } = words[language];
  const { claim, how, printed, slack, roundingModes, lines, erratum } = verdict;
  const isApart = slack !== null && !slack.equals(0);
  return card({
    title: claim.statement[language],
    language,
    badge: verdictBadge(verdict, language),
    fields: [
      { name: headings.printed, value: printed.trim() },
      { name: headings.printedValues, value: ends(verdict.printedInterval, language) },
      { name: headings.recomputed, value: recomputed(verdict, language) },
      {
        name: headings.recomputedValues,
        value: verdict.computedInterval
          ? withSign(ends(verdict.computedInterval, language), verdict.sign)
          : "",
      },
      { name: headings.limit, value: limitOf(verdict)?.[language] ?? "" },
      { name: headings.difference, value: differenceText(verdict, language) },
      { name: headings.slack, value: isApart ? formatNumber(slack, { language }) : "" },
      {
        name: headings.rounding,
        value: how === "other-rounding"
          ? roundingModes.map((mode) => words[language].roundings[mode]).join(", ")
          : "",
      },
      {
        name: headings.reason,
        value: erratum === null ? "" : language === "ru" ? erratum.reason_ru : erratum.reason_en,
      },
      { name: headings.relation, value: relationText(claim.relation, language) },
      { name: headings.lines, value: lines.join(", ") },
      { name: headings.claim, value: claim.id },
    ],
  });
}

function ends(interval: Interval | null, language: Language): string {
  return interval === null ? "" : intervalEnds(interval, language);
}

function recomputed(verdict: Verdict, language: Language): string {
  const text = recomputedText(verdict, language);
  return text === "–" ? "" : text;
}
