import type { Exact } from "../model/interval.ts";
import { decimalString } from "../numbers/digits.ts";
import { decimalsIn } from "../numbers/digits.ts";
import { type JudgedInstance, judgeWith } from "./judge_table.ts";
import { type Context, misfitOf } from "./suspect_context.ts";
import { often, type Suspect, type SuspectSlip } from "./suspects.ts";
import { type PlacedCell, relationText } from "./table_relation.ts";

/** A number for a cell that would make a relation hold, with the slip that explains it. */
export interface Candidate {
  readonly cell: PlacedCell;
  readonly value: Exact;
  readonly slip: SuspectSlip;
  readonly slipCost: number;
}

/** A candidate as a suspect, with what speaks for it and against it. */
export function suspectOf(
  candidates: readonly Candidate[],
  instance: JudgedInstance,
  context: Context,
): Suspect {
  const [{ cell, value, slip }] = candidates;
  const changes = new Map(candidates.map((candidate) => [candidate.cell.id, candidate.value]));
  const touched = new Set(candidates.flatMap(({ cell }) => context.table.of.get(cell.id) ?? []));
  const mends: JudgedInstance[] = [instance],
    breaks: JudgedInstance[] = [],
    leaves: JudgedInstance[] = [];
  for (const other of touched) {
    if (other === instance) continue;
    const holds = judgeWith(other, changes) !== "contradicts";
    if (holds && other.kind === "contradicts") mends.push(other);
    else if (!holds && other.kind !== "contradicts") breaks.push(other);
    else if (!holds) leaves.push(other);
  }
  const failing = context.failing(instance);
  const misfits = candidates.map((candidate) => misfitOf(candidate.cell, candidate.value, context));
  const misfit = Math.max(...misfits.map(({ repaired }) => repaired));
  const gains = misfits.map(({ printed, repaired }) =>
    Number.isNaN(repaired) ? 0 : Math.min(1, Math.max(-1, printed - repaired))
  );
  const gain = gains.reduce((sum, each) => sum + each, 0);
  const text = numberText(value);
  const favour = [
    `${relationText(instance.family)} holds with ${text}`,
    ...(mends.length > 1 ? [`mends ${mends.length} relations`] : []),
    ...(failing.of > 0 && failing.share === 0
      ? [`the relation holds in all ${failing.of} others of ${instance.where}`]
      : []),
    ...(gain > 0.3
      ? [`fits the other periods of its row ${(10 ** gain).toFixed(0)} times better`]
      : []),
  ];
  const against = [
    ...(slip === "unexplained" ? ["no known slip gives what is printed"] : []),
    ...(candidates.length > 1 && slip !== "exchanged"
      ? ["two cells would have to be misprinted"]
      : []),
    ...(breaks.length > 0
      ? [
        breaks.length === 1
          ? "breaks a relation that holds"
          : `breaks ${breaks.length} relations that hold`,
      ]
      : []),
    ...(leaves.length > 0
      ? [
        leaves.length === 1
          ? "another relation of it still does not hold"
          : `${leaves.length} other relations of it still do not hold`,
      ]
      : []),
    ...(failing.share > 0
      ? [
        `the relation fails in ${
          Math.round(failing.share * failing.of)
        } of ${failing.of} others of ${instance.where}`,
      ]
      : []),
    ...(gain < -0.3 ? [`what is printed fits the other periods of its row better`] : []),
  ];
  const isSystematic = failing.share > often ? 2 : failing.share > 0 ? failing.share : 0;
  const cost = candidates.reduce((sum, { slipCost }) => sum + slipCost, 0) +
    1.5 * breaks.length - Math.min(2, mends.length - 1) + 0.25 * leaves.length +
    isSystematic - gain;
  const others = candidates.slice(1).map(({ cell }) => cell);
  return {
    cell,
    consistent: text,
    slip,
    others,
    cost,
    misfit,
    evidence: { for: favour, against },
    shownBy: "relation",
    mends,
  };
}

export function numberText(value: Exact): string {
  return decimalString(value, Math.min(6, decimalsIn(value)));
}
