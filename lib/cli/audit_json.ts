import type { Audit } from "../audit/audit.ts";
import { infer } from "../audit/infer.ts";
import { localise } from "../audit/localise.ts";
import { power } from "../audit/power.ts";
import { resolveDefinitions } from "../audit/resolve_definitions.ts";
import { judgeFindings } from "../findings/judge_findings.ts";
import type { Report } from "../model/report.ts";
import type { VerdictKind } from "../model/verdict.ts";
import { type ClaimJson, claimJson } from "./claim_json.ts";
import { type IntervalJson, intervalJson } from "./interval_json.ts";

/** What `verify --json` prints. */
export interface AuditJson {
  readonly edition: string;
  readonly summary: Readonly<Record<VerdictKind, number>>;
  readonly undeclared: readonly string[];
  readonly stale: readonly string[];
  readonly claims: readonly ClaimJson[];
  readonly findings: readonly {
    readonly id: string;
    readonly kind: string;
    readonly statement: string;
    readonly statement_ru: string;
    readonly verdict: VerdictKind;
    /** Ids of the claims that settle it, and of all that bear on it. */
    readonly decisive: readonly string[];
    readonly claims: readonly string[];
    /** Ids of the initiatives that bear on it. */
    readonly records: readonly string[];
    readonly needed: string;
    readonly line: number;
    readonly notebook: string;
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

/** An audit with all that follows from it as plain data. */
export function auditJson(report: Report, audit: Audit): AuditJson {
  const { claims: slips } = power(report);
  return {
    edition: report.edition.id,
    summary: audit.summary,
    undeclared: audit.undeclared.map(({ claim }) => claim.id),
    stale: audit.stale.map(({ claim }) => claim),
    claims: audit.verdicts.map((verdict) =>
      claimJson(verdict, report, slips.get(verdict.claim.id))
    ),
    findings: judgeFindings(report, audit.verdicts).map(({ finding, ...found }) => ({
      id: finding.id,
      kind: finding.kind,
      statement: finding.statement_en,
      statement_ru: finding.statement_ru,
      verdict: found.kind,
      decisive: found.decisive.map(({ claim }) => claim.id),
      claims: finding.claims,
      records: found.records.map(({ id }) => id),
      needed: finding.needed_en,
      line: finding.lines[0],
      lines: finding.lines,
      notebook: finding.notebook,
    })),
    repairs: localise(report).map(({ violated, repairs }) => ({
      violated,
      consistentIf: repairs.map(({ statement, cost, cells }) => ({
        statement: statement.en,
        cost,
        slips: cells.map(({ slips }) => slips),
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
