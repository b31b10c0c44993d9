import type { Audit } from "../audit/audit.ts";
import type { ClaimKind } from "../model/claim.ts";
import type { Interval } from "../model/interval.ts";
import type { Report } from "../model/report.ts";
import type { Verdict, VerdictKind } from "../model/verdict.ts";
import { decimalString } from "../numbers/decimal_string.ts";

/** An interval for machines: its ends as decimals, `null` for no limit, and as mathematicians write it. */
export interface IntervalJson {
  readonly low: string | null;
  readonly high: string | null;
  readonly text: string;
}

/** One verdict for machines. */
export interface ClaimJson {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly basis: string;
  readonly statement: string;
  readonly statement_ru: string;
  readonly printed: string;
  readonly computed: string | null;
  readonly interval: {
    readonly computed: IntervalJson | null;
    readonly printed: IntervalJson | null;
  };
  readonly verdict: VerdictKind;
  readonly difference: string | null;
  readonly slack: string | null;
  readonly rounding: readonly string[];
  readonly missing: readonly string[];
  readonly lines: readonly number[];
  readonly notebook: string;
}

/** What `verify --json` prints. */
export interface AuditJson {
  readonly edition: string;
  readonly summary: Readonly<Record<VerdictKind, number>>;
  readonly undeclared: readonly string[];
  readonly stale: readonly string[];
  readonly claims: readonly ClaimJson[];
}

/** An audit as plain data, with numbers as decimal strings so that none loses a digit. */
export function auditJson(report: Report, audit: Audit): AuditJson {
  return {
    edition: report.edition.id,
    summary: audit.summary,
    undeclared: audit.undeclared.map(({ claim }) => claim.id),
    stale: audit.stale.map(({ claim }) => claim),
    claims: audit.verdicts.map(claimJson),
  };
}

function claimJson(verdict: Verdict): ClaimJson {
  const { claim, computed, difference, slack } = verdict;
  return {
    id: claim.id,
    kind: claim.kind,
    basis: claim.basis,
    statement: claim.statement.en,
    statement_ru: claim.statement.ru,
    printed: verdict.printed,
    computed: computed && decimalString(computed),
    interval: {
      computed: intervalJson(verdict.computedInterval),
      printed: intervalJson(verdict.printedInterval),
    },
    verdict: verdict.kind,
    difference: difference && decimalString(difference),
    slack: slack && decimalString(slack),
    rounding: verdict.roundingModes,
    missing: claim.missing,
    lines: verdict.lines,
    notebook: claim.notebook,
  };
}

function intervalJson(interval: Interval | null): IntervalJson | null {
  if (interval === null) return null;
  const low = interval.low && decimalString(interval.low);
  const high = interval.high && decimalString(interval.high);
  const text = `${interval.includesLow ? "[" : "("}${low ?? "-inf"}, ${high ?? "inf"}${
    interval.includesHigh ? "]" : ")"
  }`;
  return { low, high, text };
}
