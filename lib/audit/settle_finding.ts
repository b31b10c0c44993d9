import type { Claim } from "../model/claim.ts";
import type { Finding } from "../model/finding.ts";
import type { Initiative } from "../model/initiative.ts";
import type { Label } from "../model/label.ts";
import { type Verdict, type VerdictHow, verdictHows, type VerdictKind } from "../model/verdict.ts";

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

/** What is settled by the verdicts on claims alone. */
type Settled = Pick<FindingVerdict, "kind" | "how" | "decisive">;

const notForNumbers: ReadonlySet<Finding["kind"]> = new Set([
  "cause",
  "need",
  "practice",
  "evaluation",
  "forecast",
]);

/**
 * What settles a finding, and how.
 *
 * @param finding The finding.
 * @param own The verdicts on its claims.
 * @param touched Contradictions that it does not list.
 */
export function settleFinding(
  finding: Finding,
  own: readonly Verdict[],
  touched: readonly Verdict[],
): Settled {
  const broken = [
    ...own.filter(({ kind }) => kind === "contradicts"),
    ...touched.filter((verdict) => reads(verdict, finding.values)),
  ];
  if (broken.length > 0) return { kind: "contradicts", how: null, decisive: broken };
  if (notForNumbers.has(finding.kind) || isInWords(finding)) {
    return { kind: "not-for-numbers", how: null, decisive: [] };
  }
  return finding.kind === "quantity" ? settleQuantity(finding, own) : settleComparison(own);
}

/** Whether it lays down a norm without a number, such as a right that a law gives. */
function isInWords({ kind, values, claims }: Finding): boolean {
  return kind === "norm" && values.length + claims.length === 0;
}

function settleQuantity({ values }: Finding, own: readonly Verdict[]): Settled {
  const decisive = own.filter((verdict) => agrees(verdict) && reads(verdict, values));
  const covered = values.filter((id) => covers(own, id)).length;
  if (covered > 0) {
    const kind = covered === values.length ? "agrees" : "in-part";
    return { kind, how: gravest(decisive), decisive };
  }
  const lacksBase = own.length > 0 && own.every(({ kind }) => kind === "base-missing");
  return lacksBase
    ? { kind: "base-missing", how: null, decisive: own }
    : { kind: "stated", how: null, decisive: [] };
}

function settleComparison(own: readonly Verdict[]): Settled {
  const decisive = own.filter(isSettled);
  if (decisive.length === 0) return { kind: "base-missing", how: null, decisive: own };
  const how = gravest(decisive);
  if (decisive.length < own.length) return { kind: "in-part", how, decisive };
  return { kind: decisive.every(agrees) ? "agrees" : "holds", how, decisive };
}

function gravest(verdicts: readonly Verdict[]): VerdictHow | null {
  return verdictHows.findLast((how) => verdicts.some((verdict) => verdict.how === how)) ?? null;
}

/** Whether a claim agrees or holds. */
export function isSettled({ kind }: Verdict): boolean {
  return kind === "agrees" || kind === "holds";
}

function agrees({ kind }: Verdict): boolean {
  return kind === "agrees";
}

/** Whether one of the claims is an equality that agrees and reads a value. */
export function covers(own: readonly Verdict[], id: string): boolean {
  return own.some((verdict) => agrees(verdict) && reads(verdict, [id]));
}

/** Whether a claim reads one of the observations. */
export function reads({ claim }: Verdict, ids: readonly string[]): boolean {
  const cells = cellsOf(claim);
  return ids.some((id) => cells.includes(id));
}

/** Ids of what a claim reads: its result, then what it is computed from. */
export function cellsOf({ result, operands, divisors }: Claim): readonly string[] {
  return [...result === null ? [] : [result], ...operands, ...divisors];
}
