import { audit } from "../../audit/audit.ts";
import { judgeFindings, unlistedContradictions } from "../../audit/judge_findings.ts";
import { whatWouldChange } from "../../audit/limit_of.ts";
import { localise, repairText } from "../../audit/localise.ts";
import { definitionVerdictKinds, resolveDefinitions } from "../../audit/infer.ts";
import { showCard } from "../../display/card.ts";
import { recomputedText, verdictLook } from "../../display/verdict_look.ts";
import { display } from "../../model/displayable.ts";
import type { Observation } from "../../model/observation.ts";
import type { Report } from "../../model/report.ts";
import { type Verdict, verdictKinds } from "../../model/verdict.ts";
import { exactString, formatNumber } from "../../numbers/format_number.ts";
import { chosenLanguage } from "../../words/language.ts";
import { chosenWords, words } from "../../words/words.ts";

/** The scoreboards of claims and findings for a terminal, then each claim that contradicts the print. */
export function auditText(report: Report, { audit, findings }: Judged): string {
  const { edition } = report, language = chosenLanguage();
  const definitions = resolveDefinitions(report).map(({ kind }) => kind);
  const { commands, definitions: outcomes } = words[language];
  const outcomeCounts = countsOf(definitions, definitionVerdictKinds)
    .map(([kind, count]) => `${count} ${outcomes[kind]}`).join(", ");
  return [
    `${edition.title[language]} (${edition.id})`,
    commands.claims(audit.verdicts.length),
    ...scoreboard(audit.verdicts),
    commands.findings(findings.length),
    ...scoreboard(findings),
    ...definitions.length > 0 ? ["", commands.questions(definitions.length, outcomeCounts)] : [],
    ...audit.verdicts.filter(({ kind }) => kind === "contradicts")
      .flatMap((verdict) => describe(verdict, report)),
  ].join("\n");
}

/** How many there are of each verdict that occurs, and of these in each way. */
function scoreboard(found: readonly Pick<Verdict, "kind" | "how">[]): string[] {
  const { verdicts, hows } = chosenWords();
  return countsOf(found.map(({ kind }) => kind), verdictKinds).map(([kind, count]) => {
    const all = found.flatMap((one) => one.kind === kind ? one.how ?? [] : []);
    const ways = countsOf(all).map(([how, count]) => `${count} ${hows[how]}`).join(", ");
    return `  ${verdicts[kind].padEnd(19)}${String(count).padStart(4)}  ${ways}`.trimEnd();
  });
}

/** How often each of some values occurs, of those that do, by default in the order in which they do. */
export function countsOf<Value>(values: readonly Value[], order: readonly Value[] = values) {
  return [...new Set(order)]
    .map((value) => [value, values.filter((one) => one === value).length] as const)
    .filter(([, count]) => count > 0);
}

function describe(verdict: Verdict, { errata, observations }: Report): string[] {
  const language = chosenLanguage(), { commands, sources, verdicts } = words[language];
  const { claim, printed, slack, lines } = verdict;
  const recomputed = verdict.computed === null && claim.missing.length === 0
    ? commands.anInterval
    : recomputedText(verdict, language);
  const apart = slack ? formatNumber(slack, { language }) : "–";
  const cell = observations.find(({ id }) => id === claim.result)?.cell;
  const inTable = cell ? `; ${commands.cell(cell.table, cell.row, cell.column)}` : "";
  const place = lines.length > 0 ? `; ${sources.lines(lines)}` : inTable;
  return [
    "",
    `${verdicts.contradicts}: ${claim.statement[language]} (${claim.id})`,
    `  ${commands.printedAndRecomputed(printed.trim(), recomputed, apart)}${place}`,
    `  ${errata.find((one) => one.claim === claim.id)?.reason[language] ?? commands.notDeclared}`,
  ];
}

/**
 * One claim for a terminal: the card of its verdict, with everything that this rests on.
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
  const language = chosenLanguage(), { commands, relations, bases, roundings } = words[language];
  const { claim } = verdict, card = verdictLook.card(verdict, language);
  const repairs = localise(report).filter(({ violated }) => violated.includes(claim.id))
    .flatMap(({ repairs }) => repairs.map((repair) => repairText(repair, { language })));
  const operandTexts = operands.map(({ id, printed, line }) => {
    const place = line === null ? "" : ` (${commands.line(line)})`;
    return commands.operand(id, printed.trim()) + place;
  });
  const fields = {
    ...card.fields,
    kind: `${relations[claim.kind].toLowerCase()}, ${bases[claim.basis]}`,
    rounding: verdict.roundingModes.map((mode) => roundings[mode]).join(", "),
    computedFrom: operandTexts,
    wouldChange: whatWouldChange(verdict)[language],
    power: power.tried > 0 ? commands.power(power.caught, power.tried) : "",
    topic: claim.topic,
    wouldMend: repairs,
  };
  return String(showCard({ ...card, fields }, language)[display]()["text/plain"]);
}

/** Judges every claim and every finding of an edition. */
export function judgeAll(report: Report) {
  const found = audit(report);
  return { audit: found, findings: judgeFindings(report, found.verdicts) };
}

/** The verdicts on an edition's claims and on its findings. */
export type Judged = ReturnType<typeof judgeAll>;

/**
 * Why an audit fails: contradictions that nobody declared, declarations that no longer hold, and findings that do not list a
 * claim which contradicts what they print.
 */
export function complaints({ audit: { undeclared, stale }, findings }: Judged): string[] {
  const { commands } = chosenWords();
  return [
    ...undeclared.map(({ claim: { id, statement }, difference }) => {
      const by = difference === null ? "" : commands.theDifference(exactString(difference));
      return commands.undeclared(id, statement[chosenLanguage()], by);
    }),
    ...stale.map(({ claim, difference }) => {
      const by = difference === null ? "" : commands.byDifference(String(difference));
      return commands.staleErratum(claim, by);
    }),
    ...unlistedContradictions(findings)
      .map(({ finding, claim }) => commands.unlisted(finding.id, claim.id)),
  ];
}
