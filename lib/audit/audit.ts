import type { Erratum } from "../model/claim.ts";
import type { ReportNumbers } from "../model/report.ts";
import { type Verdict, type VerdictKind, verdictKinds } from "../model/verdict.ts";
import { decimalsIn, decimalString } from "../numbers/format_number.ts";
import { exact } from "../numbers/exact.ts";
import { judge } from "./judge.ts";
import { quantities } from "./quantity.ts";

/** The verdicts on a report, and how they stand to its declared errata. */
export interface Audit {
  /** One verdict for each claim, in the order of `claims.csv`. */
  readonly verdicts: readonly Verdict[];
  /** How many verdicts there are of each kind, also of those that do not occur. */
  readonly summary: Readonly<Record<VerdictKind, number>>;
  /** Claims that contradict the print and that no erratum declares, or only with another difference. */
  readonly undeclared: readonly Verdict[];
  /** Errata whose claim does not contradict the print, or only with another difference. */
  readonly stale: readonly Erratum[];
}

/**
 * Judges every claim of a report.
 *
 * @param report The report.
 * @returns The verdicts, their summary, and what the errata miss.
 *
 * @example
 * ```ts
 * import { audit, loadReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { summary, undeclared, stale } = audit(await loadReport("kuzbass-2016"));
 * assertEquals(summary.contradicts, 3);
 * assertEquals([undeclared.length, stale.length], [0, 0]);
 * ```
 */
export function audit(report: ReportNumbers): Audit {
  const values = quantities(report);
  const words = new Map(report.trendWords.map((word) => [word.id, word]));
  const declared = Map.groupBy(report.errata, ({ claim }) => claim);
  const verdicts = report.claims.map((claim) => {
    const verdict = judge(claim, values, words);
    if (verdict.kind !== "contradicts") return verdict;
    const erratum = declared.get(claim.id)?.find((erratum) => declares(erratum, verdict)) ?? null;
    return { ...verdict, erratum };
  });
  const broken = verdicts.filter(({ kind }) => kind === "contradicts");
  const found = new Set(broken.map(({ erratum }) => erratum));
  return {
    verdicts,
    summary: summarize(verdicts),
    undeclared: broken.filter(({ erratum }) => erratum === null),
    stale: report.errata.filter((erratum) => !found.has(erratum)),
  };
}

/** Whether an erratum tells the difference; one that no finite decimal is, to the decimals that are told. */
function declares({ difference: told }: Erratum, { difference }: Verdict): boolean {
  if (told === null || difference === null) return told === difference;
  const value = exact(told), decimals = told.split(".")[1]?.length ?? 0;
  return value.equals(difference) ||
    (decimals > 0 && decimalsIn(difference) === Infinity &&
      exact(decimalString(difference, decimals)).equals(value));
}

/** How many verdicts there are of each kind. */
export function summarize(
  verdicts: readonly { readonly kind: VerdictKind }[],
): Record<VerdictKind, number> {
  const counts = Object.fromEntries(verdictKinds.map((kind) => [kind, 0]));
  for (const { kind } of verdicts) counts[kind]++;
  return counts as Record<VerdictKind, number>;
}
