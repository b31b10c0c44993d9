import { chosenLanguage } from "../load/environment.ts";
import { words } from "../words/words.ts";
import { type Audit, audit } from "../audit/audit.ts";
import { definitionVerdictKinds, resolveDefinitions } from "../audit/resolve_definitions.ts";
import { recomputedText } from "../display/verdict_rows.ts";
import {
  type FindingVerdict,
  judgeFindings,
  unlistedContradictions,
} from "../audit/judge_findings.ts";
import type { Report } from "../model/report.ts";
import { type Verdict, type VerdictHow, type VerdictKind, verdictKinds } from "../model/verdict.ts";
import { exactString } from "../numbers/digits.ts";
import { formatNumber } from "../numbers/format_number.ts";

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
    ...scoreboards({ audit, findings }),
    ...(definitions.length === 0
      ? []
      : ["", commands.questions(definitions.length, counts.join(", "))]),
    ...audit.verdicts.filter(({ kind }) => kind === "contradicts")
      .flatMap((verdict) => describe(verdict, report)),
  ].join("\n");
}

/** How many claims and findings got each verdict, a line each. */
function scoreboards({ audit, findings }: Judged): string[] {
  const { commands } = words[chosenLanguage()];
  return [
    commands.claims(audit.verdicts.length),
    ...scoreboard(audit.verdicts),
    commands.findings(findings.length),
    ...scoreboard(findings),
  ];
}

interface Found {
  readonly kind: VerdictKind;
  readonly how: VerdictHow | null;
}

/** How many there are of each verdict that occurs, and of these in each way. */
function scoreboard(found: readonly Found[]): string[] {
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

/**
 * Why an audit fails: contradictions that nobody declared, declarations that no longer hold, and findings that do not list a
 * claim which contradicts what they print.
 */
export function complaints({ audit: { undeclared, stale }, findings }: Judged): string[] {
  const language = chosenLanguage();
  const { commands } = words[language];
  return [
    ...undeclared.map(({ claim, difference }) =>
      commands.undeclared(
        claim.id,
        claim.statement[language],
        difference && exactString(difference),
      )
    ),
    ...stale.map(({ claim, difference }) =>
      commands.staleErratum(claim, difference === null ? null : String(difference))
    ),
    ...unlistedContradictions(findings).map(({ finding, claim }) =>
      commands.unlisted(finding.id, claim.id)
    ),
  ];
}

function describe(verdict: Verdict, { errata }: Report): string[] {
  const language = chosenLanguage();
  const { commands, verdicts } = words[language];
  const { claim, printed, slack, lines } = verdict;
  const erratum = errata.find((erratum) => erratum.claim === claim.id);
  const apart = {
    printed: printed.trim(),
    recomputed: recomputedText(verdict, language).replace(/^–$/, commands.anInterval),
    apart: slack ? formatNumber(slack, { language }) : "–",
    lines: lines.join(", "),
  };
  return [
    "",
    `${verdicts.contradicts}: ${claim.statement[language]} (${claim.id})`,
    `  ${commands.printedAndRecomputed(apart)}`,
    `  ${erratum?.[`reason_${language}`] ?? commands.notDeclared}`,
  ];
}
