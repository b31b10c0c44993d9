import { infer } from "../audit/infer.ts";
import { localise } from "../audit/localise.ts";
import { repairText } from "../audit/repair.ts";
import { power } from "../audit/power.ts";
import { resolveDefinitions } from "../audit/resolve_definitions.ts";
import { unlistedContradictions } from "../audit/judge_findings.ts";
import type { Report } from "../model/report.ts";
import type { Label } from "../model/label.ts";
import type { Verdict, VerdictHow, VerdictKind } from "../model/verdict.ts";
import type { Judged } from "./audit_text.ts";
import { type ClaimJson, claimJson } from "./claim_json.ts";
import { type IntervalJson, intervalJson } from "../numbers/interval_text.ts";

/** What `verify --json` prints. */
export interface AuditJson {
  readonly edition: string;
  readonly summary: Readonly<Record<VerdictKind, number>>;
  readonly undeclared: readonly string[];
  /** Findings that print a value which a claim contradicts that they do not list. */
  readonly unlisted: readonly { readonly finding: string; readonly claim: string }[];
  readonly stale: readonly string[];
  readonly claims: readonly ClaimJson[];
  readonly findings: readonly {
    readonly id: string;
    readonly kind: string;
    readonly statement: string;
    readonly statement_ru: string;
    readonly verdict: VerdictKind;
    readonly how: VerdictHow | null;
    /** The first line that states it, and all of them. */
    readonly line: number;
    readonly lines: readonly number[];
    /** Ids of the observations that it prints. */
    readonly values: readonly string[];
    /** Ids of its claims. */
    readonly claims: readonly string[];
    /** The claims that settle it. */
    readonly decisive: readonly BriefVerdict[];
    /** Its claims that do not settle it. */
    readonly premises: readonly BriefVerdict[];
    /** Ids of claims that it does not list and that contradict what it prints or rests on. */
    readonly touched: readonly string[];
    /** What of it was checked and what not, and what would be needed and is not printed, in words. */
    readonly checked: readonly string[];
    readonly unchecked: readonly string[];
    readonly missing: readonly string[];
    readonly needed: string;
    readonly caveat: string;
    /** Ids of the initiatives that bear on it. */
    readonly records: readonly string[];
    readonly topic: string;
  }[];
  readonly repairs: readonly {
    readonly violated: readonly string[];
    readonly consistentIf: readonly {
      readonly statement: string;
      readonly cost: number;
      readonly slips: readonly (readonly string[])[];
    }[];
  }[];
  readonly implied: readonly {
    readonly id: string;
    readonly statement: string;
    readonly interval: IntervalJson | null;
    readonly unit: string;
    readonly lines: readonly number[];
  }[];
  readonly definitions: readonly {
    readonly id: string;
    readonly question: string;
    readonly verdict: string;
    readonly candidates: readonly {
      readonly id: string;
      readonly label: string;
      readonly gives: IntervalJson | null;
      readonly survives: boolean | null;
    }[];
  }[];
}

/** A claim with its verdict. */
interface BriefVerdict {
  readonly id: string;
  readonly verdict: VerdictKind;
  readonly how: VerdictHow | null;
}

/** An audit with all that follows from it as plain data. */
export function auditJson(report: Report, { audit, findings }: Judged): AuditJson {
  const { claims: slips } = power(report);
  const places = new Map([...report.observations, ...report.norms].map((row) => [row.id, row]));
  const brief = ({ claim, kind, how }: Verdict) => ({ id: claim.id, verdict: kind, how });
  const inWords = (labels: readonly Label[]) => labels.map(({ en }) => en);
  return {
    edition: report.edition.id,
    summary: audit.summary,
    undeclared: audit.undeclared.map(({ claim }) => claim.id),
    unlisted: unlistedContradictions(findings).map(({ finding, claim }) => ({
      finding: finding.id,
      claim: claim.id,
    })),
    stale: audit.stale.map(({ claim }) => claim),
    claims: audit.verdicts.map((verdict) =>
      claimJson(verdict, places, slips.get(verdict.claim.id))
    ),
    findings: findings.map(({ finding, ...found }) => ({
      id: finding.id,
      kind: finding.kind,
      statement: finding.statement_en,
      statement_ru: finding.statement_ru,
      verdict: found.kind,
      how: found.how,
      line: finding.lines[0],
      lines: finding.lines,
      values: finding.values,
      claims: finding.claims,
      decisive: found.decisive.map(brief),
      premises: found.premises.map(brief),
      touched: found.touched.map(({ claim }) => claim.id),
      checked: inWords(found.checked),
      unchecked: inWords(found.unchecked),
      missing: inWords(found.missing),
      needed: finding.needed_en,
      caveat: finding.caveat_en,
      records: found.records.map(({ id }) => id),
      topic: finding.topic,
    })),
    repairs: localise(report).map(({ violated, repairs }) => ({
      violated,
      consistentIf: repairs.map((repair) => ({
        statement: repairText(repair, { language: "en" }),
        cost: repair.cost,
        slips: repair.cells.map(({ slips }) => slips),
      })),
    })),
    implied: infer(report).map(({ id, statement, interval, unit, lines }) => ({
      id,
      statement: statement.en,
      interval: intervalJson(interval),
      unit,
      lines,
    })),
    definitions: resolveDefinitions(report).map(({ definition, kind, candidates }) => ({
      id: definition.id,
      question: definition.question_en,
      verdict: kind,
      candidates: candidates.map(({ candidate, value, survives }) => ({
        id: candidate.id,
        label: candidate.label_en,
        gives: intervalJson(value),
        survives,
      })),
    })),
  };
}
