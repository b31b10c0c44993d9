import { limitOf } from "../audit/limit_of.ts";
import type { Language } from "../model/label.ts";
import type { Verdict } from "../model/verdict.ts";
import { decimalsBeside } from "../numbers/interval_text.ts";
import { shownDecimals } from "../numbers/digits.ts";
import { withSign } from "../numbers/unit_scale.ts";
import { formatNumber } from "../numbers/format_number.ts";
import type { TableRow } from "../tables/table_row.ts";
import { verdictText } from "./verdict_words.ts";
import { words } from "../words/words.ts";

const signs: Readonly<Record<string, string>> = {
  "at-most": "≤ ",
  "at-least": "≥ ",
  "less-than": "< ",
  "more-than": "> ",
};

/**
 * Verdicts as the rows of a table: statement, printed, recomputed, difference, verdict, limit of a comparison, lines, and the
 * claim.
 *
 * A bound shows its limit, a trend its change in per cent; where an operand is not printed, the row
 * names what is needed.
 *
 * @param verdicts The verdicts.
 * @param language Language of headings and numbers.
 * @returns Rows for `table`.
 */
export function verdictRows(verdicts: readonly Verdict[], language: Language): TableRow[] {
  const { headings } = words[language];
  return verdicts.map((verdict) => ({
    [headings.statement]: verdict.claim.statement[language],
    [headings.printed]: verdict.printed || "–",
    [headings.recomputed]: recomputedText(verdict, language),
    [headings.difference]: differenceText(verdict, language) || "–",
    [headings.verdict]: verdictText(verdict, language),
    [headings.limit]: limitOf(verdict)?.[language] ?? "–",
    [headings.lines]: verdict.lines.join(", "),
    [headings.claim]: verdict.claim.id || "–",
  }));
}

/** What was recomputed, with its sign and per cent, to as many digits as the verdict needs; or what that would need. */
export function recomputedText(verdict: Verdict, language: Language): string {
  const { claim, computed, sign } = verdict;
  if (computed !== null) {
    const signed = claim.kind === "trend";
    const number = formatNumber(computed, { language, signed, decimals: decimalsOf(verdict) });
    return `${signs[claim.rule] ?? ""}${withSign(number, sign)}`;
  }
  if (claim.missing.length === 0) return "–";
  return words[language].phrases.notPrinted(claim.missing.map(({ label }) => label[language]));
}

/** How much the print is more than recomputed, to the same digits as that; empty, where there is no difference to tell. */
export function differenceText(verdict: Verdict, language: Language): string {
  const { difference } = verdict;
  if (difference === null) return "";
  const decimals = Math.max(decimalsOf(verdict), shownDecimals(difference));
  return formatNumber(difference, { language, signed: true, decimals });
}

function decimalsOf({ computed, allowedInterval }: Verdict): number {
  return computed && allowedInterval ? decimalsBeside(computed, allowedInterval) : 0;
}
