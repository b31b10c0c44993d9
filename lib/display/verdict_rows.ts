import { limitOf } from "../audit/limit_of.ts";
import type { Claim } from "../model/claim.ts";
import type { Language } from "../model/label.ts";
import type { Verdict } from "../model/verdict.ts";
import { formatNumber } from "../numbers/format_number.ts";
import type { TableRow } from "../look/table_row.ts";
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
    [headings.difference]: verdict.difference === null
      ? "–"
      : formatNumber(verdict.difference.round(2), { language, signed: true }),
    [headings.verdict]: verdictText(verdict, language),
    [headings.limit]: limitOf(verdict)?.[language] ?? "–",
    [headings.lines]: verdict.lines.join(", "),
    [headings.claim]: verdict.claim.id,
  }));
}

/** What was recomputed, with its sign and per cent; or what that would need. */
export function recomputedText({ claim, computed }: Verdict, language: Language): string {
  if (claim.missing.length > 0) {
    return words[language].phrases.notPrinted(claim.missing.map(({ label }) => label[language]));
  }
  if (computed === null) return "–";
  const isTrend = claim.kind === "trend";
  const number = formatNumber(computed.round(2), { language, signed: isTrend });
  return `${signs[claim.rule] ?? ""}${number}${isPercent(claim) ? "\u00a0%" : ""}`;
}

/** Whether what is recomputed of a claim is in per cent. */
export function isPercent({ kind, divisors }: Claim): boolean {
  return ["trend", "share", "growth"].includes(kind) || (kind === "norm" && divisors.length > 0);
}
