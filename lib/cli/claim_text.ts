import { chosenLanguage } from "../load/environment.ts";
import { words } from "../words/words.ts";
import { localise } from "../audit/localise.ts";
import { repairText } from "../audit/repair.ts";
import { limitOf, whatWouldChange } from "../audit/limit_of.ts";
import { verdictText } from "../display/verdict_words.ts";
import type { Report } from "../model/report.ts";
import { differenceText, recomputedText } from "../display/verdict_rows.ts";
import type { Interval } from "../model/interval.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { intervalEnds } from "../numbers/interval_text.ts";
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
  const language = chosenLanguage();
  const { commands, claimLines: names, relations, bases, roundings } = words[language];
  const { power } = claim;
  const repairs = localise(report).filter(({ violated }) => violated.includes(claim.id))
    .flatMap(({ repairs }) => repairs.map((repair) => `  ${repairText(repair, { language })}`));
  const line = (name: keyof typeof names, value: string | null | undefined | false) =>
    value ? [`  ${names[name].padEnd(14)}${value}`] : [];
  const ends = (interval: Interval | null) =>
    interval === null ? "" : intervalEnds(interval, language);
  return [
    `${claim.id}: ${verdict.claim.statement[language]}`,
    ...line("verdict", verdictText(verdict, language)),
    ...line("limit", limitOf(verdict)?.[language]),
    ...line("relation", `${relations[claim.kind].toLowerCase()}, ${bases[verdict.claim.basis]}`),
    ...line("printed", `"${claim.printed.trim()}" ${ends(verdict.printedInterval)}`.trim()),
    ...line(
      "recomputed",
      verdict.computedInterval
        ? `${recomputedText(verdict, language)} ${ends(verdict.computedInterval)}`
        : "",
    ),
    ...line("difference", differenceText(verdict, language)),
    ...line("slack", verdict.slack && formatNumber(verdict.slack, { language })),
    ...line("rounding", verdict.roundingModes.map((mode) => roundings[mode]).join(", ")),
    ...claim.operands.flatMap(({ id, printed, line: at }) =>
      line("operand", commands.operand(id, printed.trim(), at))
    ),
    ...line("notPrinted", verdict.claim.missing.map(({ label }) => label[language]).join("; ")),
    ...line("wouldChange", whatWouldChange(verdict).text[language]),
    ...line("power", power.tried > 0 && commands.power(power.caught, power.tried)),
    ...line("lines", claim.lines.join(", ")),
    ...line("topic", claim.topic),
    ...repairs,
  ].join("\n");
}
