import { localise } from "../audit/localise.ts";
import { whatWouldChange } from "../audit/what_would_change.ts";
import { verdictText } from "../display/verdict_words.ts";
import type { Exact, Interval } from "../model/interval.ts";
import type { Report } from "../model/report.ts";
import type { ClaimJson } from "./claim_json.ts";
import type { Verdict } from "../model/verdict.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { intervalEnds } from "../numbers/interval_ends.ts";

/**
 * One claim for a terminal: its verdict with everything that it rests on.
 *
 * @param claim The claim as plain data.
 * @param verdict Its verdict.
 * @param report The report.
 */
export function claimText(claim: ClaimJson, verdict: Verdict, report: Report): string {
  const { power } = claim;
  const number = (value: Exact | null) => value && formatNumber(value, { language: "en" });
  const ends = (interval: Interval | null) => interval === null ? "" : intervalEnds(interval, "en");
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
      [...new Set([number(verdict.computed) ?? "", ends(verdict.computedInterval)])].join(" ")
        .trim(),
    ),
    ...line("difference", number(verdict.difference)),
    ...line("slack", number(verdict.slack)),
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
