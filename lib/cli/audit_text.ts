import { type Audit, audit } from "../audit/audit.ts";
import { definitionVerdictKinds, resolveDefinitions } from "../audit/resolve_definitions.ts";
import { recomputedText } from "../display/verdict_rows.ts";
import { verdictText, verdictWords } from "../display/verdict_words.ts";
import {
  type FindingVerdict,
  judgeFindings,
  unlistedContradictions,
} from "../findings/judge_findings.ts";
import type { Report } from "../model/report.ts";
import { type Verdict, type VerdictHow, type VerdictKind, verdictKinds } from "../model/verdict.ts";
import { exactString } from "../numbers/decimal_string.ts";
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
  return [
    `${edition.title.en} (${edition.id})`,
    ...scoreboards({ audit, findings }),
    "",
    `${definitions.length} questions of definition: ${
      definitionVerdictKinds.map((kind) => ({ kind, count: countOf(definitions, kind) }))
        .filter(({ count }) => count > 0).map(({ kind, count }) => `${count} ${kind}`).join(", ")
    }`,
    ...audit.verdicts.filter(({ kind }) => kind === "contradicts")
      .flatMap((verdict) => describe(verdict, report)),
  ].join("\n");
}

/** How many claims and findings got each verdict, a line each. */
export function scoreboards({ audit, findings }: Judged): string[] {
  return [
    `${audit.verdicts.length} claims`,
    ...scoreboard(audit.verdicts),
    `${findings.length} findings`,
    ...scoreboard(findings),
  ];
}

interface Found {
  readonly kind: VerdictKind;
  readonly how: VerdictHow | null;
}

/** How many there are of each verdict that occurs, and of these in each way. */
function scoreboard(found: readonly Found[]): string[] {
  const words = found.map((one) => verdictText(one, "en"));
  return verdictKinds.flatMap((kind) => {
    const own = words.filter((_, index) => found[index].kind === kind);
    if (own.length === 0) return [];
    const ways = [...new Set(own)].map((word) =>
      `${countOf(own, word)} ${word.slice(word.indexOf(": ") + 2)}`
    );
    const shown = own[0].includes(": ") ? `  ${ways.join(", ")}` : "";
    return [`  ${verdictWords[kind].en.padEnd(16)}${String(own.length).padStart(4)}${shown}`];
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
  return [
    ...undeclared.map(({ claim, difference }) =>
      `Undeclared contradiction "${claim.id}": ${claim.statement.en}. Check the transcription; if the source prints it so, declare it in errata.csv with ${
        difference ? `the difference ${exactString(difference)} and ` : ""
      }a reason.`
    ),
    ...stale.map(({ claim, difference }) =>
      `Stale erratum "${claim}": the claim does not contradict the print${
        difference === null ? "" : ` by ${difference}`
      }. Mend it or remove it from errata.csv.`
    ),
    ...unlistedContradictions(findings).map(({ finding, claim }) =>
      `Unlisted contradiction of finding "${finding.id}": claim "${claim.id}" contradicts a value that it prints. Add it to the finding's claims in findings.csv.`
    ),
  ];
}

function describe(verdict: Verdict, { errata }: Report): string[] {
  const { claim, printed, slack, lines } = verdict;
  const reason = errata.find((erratum) => erratum.claim === claim.id)?.reason_en ?? "not declared";
  const off = slack && formatNumber(slack, { language: "en" });
  const recomputed = recomputedText(verdict, "en").replace(/^–$/, "an interval");
  return [
    "",
    `contradicts: ${claim.statement.en} (${claim.id})`,
    `  printed "${printed.trim()}", recomputed ${recomputed}, ${off} apart; lines ${
      lines.join(", ")
    }`,
    `  ${reason}`,
  ];
}
