import { filterRows } from "../rows/aggregate.ts";
import type { Claim } from "../model/claim.ts";
import type { Finding } from "../model/finding.ts";
import type { Label } from "../model/label.ts";
import type { Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";
import type { Verdict } from "../model/verdict.ts";
import { distinctLabels } from "./distinct_labels.ts";
import {
  cellsOf,
  covers,
  type FindingVerdict,
  isSettled,
  reads,
  settleFinding,
} from "./settle_finding.ts";

/** The parts of a report that findings rest on. */
export type JudgedReport = Pick<
  Report,
  | "findings"
  | "initiatives"
  | "observations"
  | "indicators"
  | "populations"
  | "scopes"
  | "territories"
>;

/**
 * Judges every finding of a report.
 *
 * A finding contradicts the print if one of its claims does, or a claim on a value that it prints. Causes, needs,
 * practices, evaluations and forecasts are not for numbers. A quantity agrees as far as equalities that agree cover the
 * values that it prints, and is stated where none does; everything else holds as far as its claims do.
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
  report: JudgedReport,
  verdicts: readonly Verdict[],
): FindingVerdict[] {
  const byClaim = new Map(verdicts.map((verdict) => [verdict.claim.id, verdict]));
  const broken = verdicts.filter(({ kind }) => kind === "contradicts");
  const byId = new Map(report.observations.map((row) => [row.id, row]));
  const name = makeNamer(report);
  return report.findings.map((finding) => {
    const own = finding.claims.flatMap((id) => byClaim.get(id) ?? []);
    const read = [...finding.values, ...own.flatMap(({ claim }) => cellsOf(claim))];
    const touched = broken.filter((verdict) => !own.includes(verdict) && reads(verdict, read));
    const settled = settleFinding(finding, own, touched);
    const records = finding.records === ""
      ? []
      : filterRows(report.initiatives, conditionsOf(finding));
    const parts = finding.kind === "quantity"
      ? name(finding.values.flatMap((id) => byId.get(id) ?? []))
        .map((label, index) => ({ label, isChecked: covers(own, finding.values[index]) }))
      : own.map((verdict) => ({ label: verdict.claim.statement, isChecked: isSettled(verdict) }));
    const labels = (isChecked: boolean) =>
      parts.filter((part) => part.isChecked === isChecked).map(({ label }) => label);
    return {
      finding,
      ...settled,
      verdicts: own,
      premises: own.filter((verdict) => !settled.decisive.includes(verdict)),
      touched,
      checked: labels(true),
      unchecked: labels(false),
      missing: [...new Set(own.flatMap(({ claim }) => claim.missing.map(({ label }) => label)))],
      records,
      systems: [...new Set(records.flatMap(({ system }) => system))],
    };
  });
}

/**
 * The findings that print a value which a claim contradicts that they do not list.
 *
 * @param judged The findings with their verdicts.
 * @returns Each such finding with each such claim.
 */
export function unlistedContradictions(
  judged: readonly FindingVerdict[],
): { readonly finding: Finding; readonly claim: Claim }[] {
  return judged.flatMap(({ finding, touched }) =>
    touched.filter((verdict) => reads(verdict, finding.values))
      .map(({ claim }) => ({ finding, claim }))
  );
}

/** The conditions on initiatives, which stand as `section=online kind=blog|social-page`. */
function conditionsOf({ records }: Finding): Readonly<Record<string, readonly string[]>> {
  const conditions = records.split(" ").map((condition) => condition.split("="));
  return Object.fromEntries(conditions.map(([field, values]) => [field, values.split("|")]));
}

/** Names observations beside each other, each with what is printed of it. */
function makeNamer(report: JudgedReport): (observations: readonly Observation[]) => Label[] {
  return (observations) => {
    const [ru, en] = (["ru", "en"] as const).map((language) =>
      distinctLabels(observations, report, { language })
    );
    return observations.map((row, index) => ({
      ru: `${ru[index]}: ${figureOf(row)}`,
      en: `${en[index]}: ${figureOf(row)}`,
    }));
  };
}

/** What is printed, in figures. */
function figureOf({ form, printed, value }: Observation): string {
  switch (form) {
    case "number":
      return printed.trim();
    case "more-than":
      return `> ${printed.trim()}`;
    case "less-than":
      return `< ${printed.trim()}`;
    default:
      return String(value);
  }
}
