import { type Audit, audit } from "../../audit/audit.ts";
import {
  type FindingVerdict,
  judgeFindings,
  unlistedContradictions,
} from "../../audit/judge_findings.ts";
import { limitOf, whatWouldChange } from "../../audit/limit_of.ts";
import { localise, repairText } from "../../audit/localise.ts";
import { definitionVerdictKinds, resolveDefinitions } from "../../audit/infer.ts";
import { differenceText, recomputedText, verdictText } from "../../display/verdict_look.ts";
import type { Interval } from "../../model/interval.ts";
import type { Observation } from "../../model/observation.ts";
import type { Report } from "../../model/report.ts";
import { type Verdict, verdictKinds } from "../../model/verdict.ts";
import { exactString, formatNumber } from "../../numbers/format_number.ts";
import { intervalEnds } from "../../numbers/interval_text.ts";
import { chosenLanguage } from "../../words/language.ts";
import { chosenWords, words } from "../../words/words.ts";

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
  const { verdicts, hows } = chosenWords();
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
 * @param verdict Its verdict.
 * @param report The report.
 * @param found The values that it is computed from, and how many slips on its cells it would catch.
 */
export function claimText(
  verdict: Verdict,
  report: Report,
  { operands, power }: {
    readonly operands: readonly Pick<Observation, "id" | "printed" | "line">[];
    readonly power: { readonly tried: number; readonly caught: number };
  },
): string {
  const language = chosenLanguage();
  const { claim } = verdict;
  const { commands, claimLines, headings, relations, bases, roundings } = words[language];
  const names = { ...headings, ...claimLines };
  const repairs = localise(report).filter(({ violated }) => violated.includes(claim.id))
    .flatMap(({ repairs }) => repairs.map((repair) => `  ${repairText(repair, { language })}`));
  const line = (name: keyof typeof names, value: string | null | undefined | false) =>
    value ? [`  ${names[name].toLowerCase().padEnd(14)}${value}`] : [];
  const ends = (interval: Interval | null) => interval ? intervalEnds(interval, language) : "";
  const recomputed = recomputedText(verdict, language);
  return [
    `${claim.id}: ${claim.statement[language]}`,
    ...line("verdict", verdictText(verdict, language)),
    ...line("limit", limitOf(verdict)?.[language]),
    ...line("relation", `${relations[claim.kind].toLowerCase()}, ${bases[claim.basis]}`),
    ...line("printed", `"${verdict.printed.trim()}" ${ends(verdict.printedInterval)}`.trim()),
    ...line(
      "recomputed",
      verdict.computedInterval && `${recomputed} ${ends(verdict.computedInterval)}`,
    ),
    ...line("difference", differenceText(verdict, language)),
    ...line("slack", verdict.slack && formatNumber(verdict.slack, { language })),
    ...line("rounding", verdict.roundingModes.map((mode) => roundings[mode]).join(", ")),
    ...operands.flatMap(({ id, printed, line: at }) => {
      const place = at === null ? "" : ` (${commands.line(at)})`;
      return line("operand", commands.operand(id, printed.trim()) + place);
    }),
    ...line("notPrinted", claim.missing.map(({ label }) => label[language]).join("; ")),
    ...line("wouldChange", whatWouldChange(verdict)[language]),
    ...line("power", power.tried > 0 && commands.power(power.caught, power.tried)),
    ...line("lines", verdict.lines.join(", ")),
    ...line("topic", claim.topic),
    ...repairs,
  ].join("\n");
}

/** The verdicts on an edition's claims and on its findings. */
export interface Judged {
  readonly audit: Audit;
  readonly findings: readonly FindingVerdict[];
}

/** Judges every claim and every finding of an edition. */
export function judgeAll(report: Report): Judged {
  const found = audit(report);
  return { audit: found, findings: judgeFindings(report, found.verdicts) };
}

/**
 * Why an audit fails: contradictions that nobody declared, declarations that no longer hold, and findings that do not list a
 * claim which contradicts what they print.
 */
export function complaints({ audit: { undeclared, stale }, findings }: Judged): string[] {
  const language = chosenLanguage();
  const { commands } = words[language];
  return [
    ...undeclared.map(({ claim: { id, statement }, difference }) => {
      const by = difference === null ? "" : commands.theDifference(exactString(difference));
      return commands.undeclared(id, statement[language], by);
    }),
    ...stale.map(({ claim, difference }) =>
      commands.staleErratum(
        claim,
        difference === null ? "" : commands.byDifference(String(difference)),
      )
    ),
    ...unlistedContradictions(findings).map(({ finding, claim }) =>
      commands.unlisted(finding.id, claim.id)
    ),
  ];
}
