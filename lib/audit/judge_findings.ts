import type { Finding } from "../model/finding.ts";
import type { Verdict, VerdictKind } from "../model/verdict.ts";

/** From the kind of verdict that settles a finding over every other to the one that any other settles. */
const severity: readonly VerdictKind[] = [
  "inconsistent",
  "unsupported",
  "other-rounding",
  "within-rounding",
  "exact",
];

/** What was found about a finding. */
export interface FindingVerdict {
  readonly finding: Finding;
  /**
   * The gravest verdict on its claims. Without claims it is `qualitative` where coded records bear on it, and
   * `unsupported` where none can.
   */
  readonly kind: VerdictKind;
  /** The verdicts on its claims. */
  readonly verdicts: readonly Verdict[];
}

/**
 * Judges every finding by the verdicts on its claims.
 *
 * @param findings The findings.
 * @param verdicts The verdicts on every claim.
 * @returns One verdict for each finding, in order.
 *
 * @example
 * ```ts
 * import { audit, judgeFindings, loadReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await loadReport("kuzbass-2016");
 * const judged = judgeFindings(report.findings, audit(report).verdicts);
 * assertEquals(judged.length, report.findings.length);
 * ```
 */
export function judgeFindings(
  findings: readonly Finding[],
  verdicts: readonly Verdict[],
): FindingVerdict[] {
  const byClaim = new Map(verdicts.map((verdict) => [verdict.claim.id, verdict]));
  return findings.map((finding) => {
    const own = finding.claims.flatMap((id) => byClaim.get(id) ?? []);
    const gravest = severity.find((kind) => own.some((verdict) => verdict.kind === kind));
    const open = finding.records === "" ? "unsupported" : "qualitative";
    return { finding, kind: gravest ?? open, verdicts: own };
  });
}
