import { filterRows } from "../rows/aggregate.ts";
import type { Claim, Finding } from "../model/claim.ts";
import type { Initiative } from "../model/initiative.ts";
import type { Label } from "../model/label.ts";
import type { Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";
import { type Verdict, type VerdictHow, verdictHows, type VerdictKind } from "../model/verdict.ts";
import { distinctLabels, type NamingTables } from "./distinct_labels.ts";
import { namesIn } from "./judge.ts";

/** What was found about a finding, with what it rests on. */
export interface FindingVerdict {
  /** The finding that is judged. */
  readonly finding: Finding;
  /** What was found about it. */
  readonly kind: VerdictKind;
  /** How it agrees or holds: as the gravest claim that settles it; `null` where nothing of it does. */
  readonly how: VerdictHow | null;
  /** The claims that settle it; of a contradiction also those that it does not list and that contradict what it prints. */
  readonly decisive: readonly Verdict[];
  /** The verdicts on its claims. */
  readonly verdicts: readonly Verdict[];
  /** Those of its claims that do not settle it: they can only contradict it. */
  readonly premises: readonly Verdict[];
  /** Claims that it does not list, and that contradict a value which it prints or one of its claims reads. */
  readonly touched: readonly Verdict[];
  /** What of it was checked, and what was not: values that it prints, or else claims. */
  readonly checked: readonly Label[];
  /** What of it was not checked, in words. */
  readonly unchecked: readonly Label[];
  /** What its claims need and the report does not print. */
  readonly missing: readonly Label[];
  /** The coded initiatives that bear on it; examples, not proof. */
  readonly records: readonly Initiative[];
  /** The library systems of these. */
  readonly systems: readonly string[];
}

/** The parts of a report that findings rest on. */
export type JudgedReport =
  & NamingTables
  & Pick<Report, "findings" | "initiatives" | "observations">;

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
  return report.findings.map((finding) => {
    const own = finding.claims.flatMap((id) => byClaim.get(id) ?? []);
    const read = [...finding.values, ...own.flatMap(({ claim }) => namesIn(claim))];
    const touched = broken.filter((verdict) => !own.includes(verdict) && reads(verdict, read));
    const printed = finding.values.flatMap((id) => byId.get(id) ?? []);
    const parts: readonly Part[] = finding.kind === "quantity"
      ? labelPrinted(printed, report).map((label, index) => ({
        label,
        isChecked: own.some((one) => agrees(one) && reads(one, [finding.values[index]])),
      }))
      : own.map((verdict) => ({ label: verdict.claim.statement, isChecked: isSettled(verdict) }));
    const settled = settle(finding, parts, { own, touched });
    const records = finding.records === ""
      ? []
      : filterRows(report.initiatives, conditionsOf(finding));
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

/** What is checked of a finding: a value that it prints, or a claim. */
interface Part {
  readonly label: Label;
  readonly isChecked: boolean;
}

/** Names observations beside each other, each with what is printed of it, in figures. */
function labelPrinted(rows: readonly Observation[], report: JudgedReport): Label[] {
  const [ru, en] = (["ru", "en"] as const).map((language) =>
    distinctLabels(rows, report, { language })
  );
  const signs: Partial<Record<Observation["form"], string>> = {
    number: "",
    "more-than": "> ",
    "less-than": "< ",
  };
  return rows.map(({ form, printed, value }, index) => {
    const sign = signs[form], figure = sign === undefined ? value : sign + printed.trim();
    return { ru: `${ru[index]}: ${figure}`, en: `${en[index]}: ${figure}` };
  });
}

const notForNumbers = new Set<string>(["cause", "need", "practice", "evaluation", "forecast"]);

/** What settles a finding, and how: the verdicts on its claims, and contradictions that it does not list. */
function settle(
  { kind, values, claims }: Finding,
  parts: readonly Part[],
  { own, touched }: Record<"own" | "touched", readonly Verdict[]>,
): Pick<FindingVerdict, "kind" | "how" | "decisive"> {
  const broken = [
    ...own.filter(({ kind }) => kind === "contradicts"),
    ...touched.filter((verdict) => reads(verdict, values)),
  ];
  if (broken.length > 0) return { kind: "contradicts", how: null, decisive: broken };
  // A norm without a number is laid down in words, such as a right that a law gives.
  const isInWords = kind === "norm" && values.length + claims.length === 0;
  if (notForNumbers.has(kind) || isInWords) {
    return { kind: "not-for-numbers", how: null, decisive: [] };
  }
  const isQuantity = kind === "quantity";
  if (parts.some(({ isChecked }) => isChecked)) {
    const decisive = own.filter((verdict) =>
      isQuantity ? agrees(verdict) && reads(verdict, values) : isSettled(verdict)
    );
    const isWhole = parts.every(({ isChecked }) => isChecked);
    return {
      kind: !isWhole ? "in-part" : decisive.every(agrees) ? "agrees" : "holds",
      how: verdictHows.findLast((how) => decisive.some((verdict) => verdict.how === how)) ?? null,
      decisive,
    };
  }
  const lacksBase = own.length > 0 && own.every(({ kind }) => kind === "base-missing");
  return isQuantity && !lacksBase
    ? { kind: "stated", how: null, decisive: [] }
    : { kind: "base-missing", how: null, decisive: own };
}

/** Whether a claim agrees or holds. */
function isSettled({ kind }: Verdict): boolean {
  return kind === "agrees" || kind === "holds";
}

function agrees({ kind }: Verdict): boolean {
  return kind === "agrees";
}

/** Whether a claim reads one of the observations. */
function reads({ claim }: Verdict, ids: readonly string[]): boolean {
  const cells = namesIn(claim);
  return ids.some((id) => cells.includes(id));
}
