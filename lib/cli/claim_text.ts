import { localise } from "../audit/localise.ts";
import { whatWouldChange } from "../audit/what_would_change.ts";
import { verdictText } from "../display/verdict_words.ts";
import type { Report } from "../model/report.ts";
import { differenceText, recomputedText } from "../display/verdict_rows.ts";
import type { Interval } from "../model/interval.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { intervalEnds } from "../numbers/interval_ends.ts";
import type { ClaimJson } from "./claim_json.ts";
import type { Verdict } from "../model/verdict.ts";

/**
 * One claim for a terminal: its verdict with everything that it rests on.
 *
 * @param claim The claim as plain data.
 * @param verdict Its verdict.
 * @param report The report.
 */
export function claimText(claim: ClaimJson, verdict: Verdict, report: Report): string {
  const { power } = claim;
  const repairs = localise(report).filter(({ violated }) => violated.includes(claim.id))
    .flatMap(({ repairs }) => repairs.map(({ statement }) => `  ${statement.en}`));
  const line = (name: string, value: string | null | undefined | false) =>
    value ? [`  ${name.padEnd(14)}${value}`] : [];
  return [
    `${claim.id}: ${claim.statement}`,
    ...line("verdict", verdictText(verdict, "en")),
    ...line("limit", claim.limit),
    ...line("relation", `${claim.kind}, ${claim.basis}`),
    ...line("printed", `"${claim.printed.trim()}" ${ends(verdict.printedInterval)}`.trim()),
    ...line(
      "recomputed",
      verdict.computedInterval
        ? `${recomputedText(verdict, "en")} ${ends(verdict.computedInterval)}`
        : "",
    ),
    ...line("difference", differenceText(verdict, "en")),
    ...line("slack", verdict.slack && formatNumber(verdict.slack, { language: "en" })),
    ...line("rounding", claim.rounding.join(", ")),
    ...claim.operands.flatMap(({ id, printed, line: at }) =>
      line("operand", `${id} = "${printed.trim()}" (line ${at})`)
    ),
    ...line("not printed", claim.missing.join("; ")),
    ...line("would change", whatWouldChange(verdict).text.en),
    ...line(
      "power",
      power.tried > 0 && `catches ${power.caught} of ${power.tried} slips on its cells`,
    ),
    ...line("lines", claim.lines.join(", ")),
    ...line("topic", claim.topic),
    ...repairs,
  ].join("\n");
}

function ends(interval: Interval | null): string {
  return interval === null ? "" : intervalEnds(interval, "en");
}
