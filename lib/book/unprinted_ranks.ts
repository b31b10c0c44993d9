import type { Label } from "../model/label.ts";
import type { OpenReport } from "../report/label_report.ts";

/** A value that is not printed, with what it would settle. */
export interface UnprintedRank {
  readonly label: Label;
  /** Ids of claims that lack nothing else. */
  readonly alone: readonly string[];
  /** Ids of claims that lack other values too. */
  readonly withOthers: readonly string[];
  /** Ids of findings that stay undecided for want of it. */
  readonly findings: readonly string[];
}

/**
 * What a next edition might print: values whose absence leaves comparisons undecided, first those that settle most.
 *
 * @param report The report with its verdicts.
 */
export function unprintedRanks(
  report: Pick<OpenReport, "verdicts" | "findings">,
): UnprintedRank[] {
  const undecided = report.verdicts().map(({ judged }) => judged)
    .filter(({ kind }) => kind === "base-missing");
  const lacking = undecided.flatMap(({ claim }) =>
    claim.missing.map((value) => ({ value, claim }))
  );
  const ranks = Map.groupBy(lacking, ({ value }) => value.id).values().map((all) => {
    const claims = [...new Set(all.map(({ claim }) => claim))], ids = claims.map(({ id }) => id);
    const alone = claims.filter(({ missing }) => new Set(missing.map(({ id }) => id)).size === 1)
      .map(({ id }) => id);
    return {
      label: all[0].value.label,
      alone,
      withOthers: ids.filter((id) => !alone.includes(id)),
      findings: report.findings
        .filter((row) =>
          row.verdict === "base-missing" && row.claims.some((id) => ids.includes(id))
        )
        .map(({ id }) => id),
    };
  });
  return ranks.toArray().toSorted((a, b) =>
    b.alone.length - a.alone.length || b.withOthers.length - a.withOthers.length ||
    b.findings.length - a.findings.length
  );
}
