import { limitOf } from "../../audit/limit_of.ts";
import { repairText } from "../../audit/repair.ts";
import { localise } from "../../audit/localise.ts";
import { definitionVerdictKinds, resolveDefinitions } from "../../audit/resolve_definitions.ts";
import { whatWouldChange } from "../../audit/limit_of.ts";
import { differenceText, recomputedText } from "../../display/verdict_look.ts";
import { verdictText } from "../../display/verdict_words.ts";
import { chosenLanguage } from "../../words/language.ts";
import type { Interval } from "../../model/interval.ts";
import type { Report } from "../../model/report.ts";
import { type Verdict, verdictKinds } from "../../model/verdict.ts";
import { formatNumber } from "../../numbers/format_number.ts";
import { intervalEnds } from "../../numbers/interval_text.ts";
import { words } from "../../words/words.ts";
import type { ClaimJson } from "./audit_json.ts";
import type { Judged } from "./judge_all.ts";

/** The scoreboards of claims and findings for a terminal, then each claim that contradicts the print. */
export function auditText(report: Report, { audit, findings }: Judged): string {
  const { edition } = report;
  const definitions = resolveDefinitions(report).map(({ kind }) => kind);
  const language = chosenLanguage();
  const { commands, definitions: outcomes } = words[language];
  const counts = definitionVerdictKinds
    .map((kind) => ({ kind, count: countOf(definitions, kind) }))
    .filter(({ count }) => count > 0).map(({ kind, count }) => `${count} ${outcomes[kind]}`);
  return [
    `${edition.title[language]} (${edition.id})`,
    commands.claims(audit.verdicts.length),
    ...scoreboard(audit.verdicts),
    commands.findings(findings.length),
    ...scoreboard(findings),
    ...(definitions.length === 0
      ? []
      : ["", commands.questions(definitions.length, counts.join(", "))]),
    ...audit.verdicts.filter(({ kind }) => kind === "contradicts")
      .flatMap((verdict) => describe(verdict, report)),
  ].join("\n");
}

/** How many there are of each verdict that occurs, and of these in each way. */
function scoreboard(found: readonly Pick<Verdict, "kind" | "how">[]): string[] {
  const { verdicts, hows } = words[chosenLanguage()];
  return verdictKinds.flatMap((kind) => {
    const own = found.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const all = own.flatMap(({ how }) => how ?? []);
    const ways = [...new Set(all)].map((how) => `${countOf(all, how)} ${hows[how]}`);
    const shown = ways.length > 0 ? `  ${ways.join(", ")}` : "";
    return [`  ${verdicts[kind].padEnd(19)}${String(own.length).padStart(4)}${shown}`];
  });
}

function countOf<Value>(values: readonly Value[], value: Value): number {
  return values.filter((one) => one === value).length;
}

function describe(verdict: Verdict, { errata, observations }: Report): string[] {
  const language = chosenLanguage();
  const { commands, sources, verdicts } = words[language];
  const { claim, printed, slack, lines } = verdict;
  const erratum = errata.find((erratum) => erratum.claim === claim.id);
  const recomputed = verdict.computed === null && verdict.claim.missing.length === 0
    ? commands.anInterval
    : recomputedText(verdict, language);
  const apart = slack ? formatNumber(slack, { language }) : "–";
  const cell = observations.find(({ id }) => id === claim.result)?.cell;
  const place = lines.length > 0
    ? sources.lines(lines)
    : cell && commands.cell(cell.table, cell.row, cell.column);
  return [
    "",
    `${verdicts.contradicts}: ${claim.statement[language]} (${claim.id})`,
    `  ${commands.printedAndRecomputed(printed.trim(), recomputed, apart)}${
      place ? `; ${place}` : ""
    }`,
    `  ${erratum?.reason[language] ?? commands.notDeclared}`,
  ];
}

/**
 * One claim for a terminal: its verdict with everything that it rests on.
 *
 * @param claim The claim as plain data.
 * @param verdict Its verdict.
 * @param report The report.
 */
export function claimText(claim: ClaimJson, verdict: Verdict, report: Report): string {
  const language = chosenLanguage();
  const { commands, claimLines, headings, relations, bases, roundings } = words[language];
  const names = { ...headings, ...claimLines };
  const repairs = localise(report).filter(({ violated }) => violated.includes(claim.id))
    .flatMap(({ repairs }) => repairs.map((repair) => `  ${repairText(repair, { language })}`));
  const line = (name: keyof typeof names, value: string | null | undefined | false) =>
    value ? [`  ${names[name].toLowerCase().padEnd(14)}${value}`] : [];
  const ends = (interval: Interval | null) => interval ? intervalEnds(interval, language) : "";
  const recomputed = recomputedText(verdict, language), { power } = claim;
  return [
    `${claim.id}: ${verdict.claim.statement[language]}`,
    ...line("verdict", verdictText(verdict, language)),
    ...line("limit", limitOf(verdict)?.[language]),
    ...line("relation", `${relations[claim.kind].toLowerCase()}, ${bases[verdict.claim.basis]}`),
    ...line("printed", `"${claim.printed.trim()}" ${ends(verdict.printedInterval)}`.trim()),
    ...line(
      "recomputed",
      verdict.computedInterval && `${recomputed} ${ends(verdict.computedInterval)}`,
    ),
    ...line("difference", differenceText(verdict, language)),
    ...line("slack", verdict.slack && formatNumber(verdict.slack, { language })),
    ...line("rounding", verdict.roundingModes.map((mode) => roundings[mode]).join(", ")),
    ...claim.operands.flatMap(({ id, printed, line: at }) => {
      const place = at === null ? "" : ` (${commands.line(at)})`;
      return line("operand", commands.operand(id, printed.trim()) + place);
    }),
    ...line("notPrinted", verdict.claim.missing.map(({ label }) => label[language]).join("; ")),
    ...line("wouldChange", whatWouldChange(verdict).text[language]),
    ...line("power", power.tried > 0 && commands.power(power.caught, power.tried)),
    ...line("lines", claim.lines.join(", ")),
    ...line("topic", claim.topic),
    ...repairs,
  ].join("\n");
}
