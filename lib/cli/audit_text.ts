import type { Audit } from "../audit/audit.ts";
import type { Report } from "../model/report.ts";
import { type Verdict, verdictKinds } from "../model/verdict.ts";
import { decimalString } from "../numbers/decimal_string.ts";

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
    ...inconsistent.flatMap((verdict) => describe(verdict, report)),
  ].join("\n");
}

/** Why an audit fails: inconsistencies that nobody declared, and declarations that no longer hold. */
export function complaints({ undeclared, stale }: Audit): string[] {
  return [
    ...undeclared.map(({ claim, difference }) =>
      `Undeclared inconsistency "${claim.id}": ${claim.statement.en}. Check the transcription; if the source prints it so, declare it in errata.csv with ${
        difference ? `the difference ${decimalString(difference)} and ` : ""
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
