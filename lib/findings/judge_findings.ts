import { filterBy } from "../initiatives/filter_by.ts";
import { parseConditions } from "../initiatives/parse_conditions.ts";
import type { Finding } from "../model/finding.ts";
import type { Initiative } from "../model/initiative.ts";
import type { Report } from "../model/report.ts";
import type { Verdict, VerdictKind } from "../model/verdict.ts";

/** What was found about a finding, with what it rests on. */
export interface FindingVerdict {
  readonly finding: Finding;
  readonly kind: VerdictKind;
  /** The verdicts on its claims. */
  readonly verdicts: readonly Verdict[];
  /** Those of them that can settle it: the others could only have contradicted it. */
  readonly decisive: readonly Verdict[];
  /** The coded initiatives that bear on it; examples, not proof. */
  readonly records: readonly Initiative[];
  /** The library systems of these. */
  readonly systems: readonly string[];
}

/** The gravest first: a finding is no better than the worst of the claims that settle it. */
const gravity: readonly VerdictKind[] = [
  "inconsistent",
  "unsupported",
  "other-rounding",
  "within-rounding",
  "exact",
];

/**
 * Judges every finding of a report.
 *
 * A finding is inconsistent if one of its claims is. Else the claims that can settle it do: no claim can settle a cause,
 * a need, an evaluation or a forecast, and no inequality a quantity. Where none does, the finding is qualitative if coded
 * initiatives bear on it, and unsupported if nothing does.
 *
 * @param report The report, with its findings and initiatives.
 * @param verdicts The verdicts on its claims.
 * @returns One verdict for each finding, in the order of `findings.csv`.
 *
 * @example
 * ```ts
 * import { audit, judgeFindings, loadReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await loadReport("kuzbass-2016");
 * const judged = judgeFindings(report, audit(report).verdicts);
 * assertEquals(judged.length, report.findings.length);
 * ```
 */
export function judgeFindings(
  { findings, initiatives }: Pick<Report, "findings" | "initiatives">,
  verdicts: readonly Verdict[],
): FindingVerdict[] {
  const byClaim = new Map(verdicts.map((verdict) => [verdict.claim.id, verdict]));
  return findings.map((finding) => {
    const own = finding.claims.flatMap((id) => byClaim.get(id) ?? []);
    const decisive = own.filter((verdict) => settles(finding, verdict));
    const records = finding.records === ""
      ? []
      : filterBy(initiatives, parseConditions(finding.records));
    const isBroken = own.some(({ kind }) => kind === "inconsistent");
    const gravest = gravity.find((kind) => decisive.some((verdict) => verdict.kind === kind));
    const open = records.length > 0 ? "qualitative" : "unsupported";
    return {
      finding,
      kind: isBroken ? "inconsistent" : gravest ?? open,
      verdicts: own,
      decisive,
      records,
      systems: [...new Set(records.flatMap(({ system }) => system))],
    };
  });
}

function settles({ kind }: Finding, { claim }: Verdict): boolean {
  if (["cause", "need", "evaluation", "forecast"].includes(kind)) return false;
  return kind !== "quantity" || !["bound", "mean"].includes(claim.kind);
}
