import type { Audit } from "../audit/audit.ts";
import { definitionVerdictKinds, resolveDefinitions } from "../audit/resolve_definitions.ts";
import { judgeFindings } from "../findings/judge_findings.ts";
import type { Report } from "../model/report.ts";
import { type Verdict, verdictKinds } from "../model/verdict.ts";
import { decimalString, exactString } from "../numbers/decimal_string.ts";

/** The scoreboard for a terminal: a line for each kind of verdict, then each claim that does not agree. */
export function auditText(report: Report, audit: Audit): string {
  const { edition } = report;
  const counts = verdictKinds.map((kind) =>
    `  ${kind.padEnd(16)}${String(audit.summary[kind]).padStart(4)}`
  );
  const inconsistent = audit.verdicts.filter(({ kind }) => kind === "inconsistent");
  return [
    `${edition.title.en} (${edition.id}): ${audit.verdicts.length} claims`,
    ...counts,
    "",
    findingsText(report, audit),
    definitionsText(report),
    ...inconsistent.flatMap((verdict) => describe(verdict, report)),
  ].join("\n");
}

function findingsText(report: Report, { verdicts }: Audit): string {
  const kinds = judgeFindings(report, verdicts).map(({ kind }) => kind);
  return `${kinds.length} findings: ${counted(kinds, verdictKinds)}`;
}

function definitionsText(report: Report): string {
  const kinds = resolveDefinitions(report).map(({ kind }) => kind);
  return `${kinds.length} questions of definition: ${counted(kinds, definitionVerdictKinds)}`;
}

/** How many there are of each kind that occurs: `2 exact, 1 inconsistent`. */
function counted(kinds: readonly string[], order: readonly string[]): string {
  const counts = order.map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }));
  return counts.filter(({ count }) => count > 0).map(({ kind, count }) => `${count} ${kind}`)
    .join(", ") || "none";
}

/** Why an audit fails: inconsistencies that nobody declared, and declarations that no longer hold. */
export function complaints({ undeclared, stale }: Audit): string[] {
  return [
    ...undeclared.map(({ claim, difference }) =>
      `Undeclared inconsistency "${claim.id}": ${claim.statement.en}. Check the transcription; if the source prints it so, declare it in errata.csv with ${
        difference ? `the difference ${exactString(difference)} and ` : ""
      }a reason.`
    ),
    ...stale.map(({ claim, difference }) =>
      `Stale erratum "${claim}": the claim is not inconsistent${
        difference === null ? "" : ` by ${difference}`
      }. Mend it or remove it from errata.csv.`
    ),
  ];
}

function describe(
  { claim, printed, computed, slack, lines }: Verdict,
  { errata }: Report,
): string[] {
  const reason = errata.find((erratum) => erratum.claim === claim.id)?.reason_en ?? "not declared";
  const off = slack && decimalString(slack);
  return [
    "",
    `inconsistent: ${claim.statement.en} (${claim.id})`,
    `  printed ${printed.trim()}, recomputed ${
      computed ? decimalString(computed) : "an interval"
    }, ${off} apart; lines ${lines.join(", ")}`,
    `  ${reason}`,
  ];
}
