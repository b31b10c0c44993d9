import type { SlipKind } from "../audit/misprint.ts";
import type { JudgedInstance, JudgedTable } from "./judge_table.ts";
import { contextOf } from "./suspect_context.ts";
import type { PlacedCell } from "./table_relation.ts";
import { outliers } from "./outliers.ts";
import { pairs, singles } from "./relation_slips.ts";
import { shiftedRows } from "./shifted_rows.ts";

/** What may have happened to a cell: a slip of the pen, or a number of another cell, row or column. */
export type SuspectSlip = SlipKind | "neighbour" | "exchanged" | "shifted" | "unexplained";

/** A cell that may be misprinted, and what speaks for it and against it. */
export interface Suspect {
  readonly cell: PlacedCell;
  /** The number with which what it mends would hold. */
  readonly consistent: string;
  readonly slip: SuspectSlip;
  /** Cells that have to change with it. */
  readonly others: readonly PlacedCell[];
  /** How unlikely it is: the least comes first. */
  readonly cost: number;
  /** How far the number is from the other periods of its row, in tenfolds; NaN where there are none. */
  readonly misfit: number;
  readonly evidence: { readonly for: readonly string[]; readonly against: readonly string[] };
  /** Whether a relation shows it, or the other periods of its row alone. */
  readonly shownBy: "relation" | "other periods";
  /** The relations that it would mend; none where the other periods alone show it. */
  readonly mends: readonly JudgedInstance[];
}

/**
 * The cells of a table that may be misprinted, the likeliest first.
 *
 * A cell is tried wherever a relation does not hold, alone and with a second one of the same relation; then where it lies far
 * from the other periods of its row. Sets of every size stand in one order: by cost, then by how well the number
 * fits the other periods.
 *
 * @param table The judged table.
 * @returns One suspect for a cell: the likeliest.
 */
export function findSuspects(table: JudgedTable): Suspect[] {
  const context = contextOf(table);
  const violated = table.families.flatMap(({ violated }) => violated);
  const found = [
    ...violated.flatMap((instance) => {
      const found = [...singles(instance, context), ...pairs(instance, context)];
      const isFollowed = context.failing(instance).share <= often;
      return isFollowed ? found : found.filter(({ cost }) => cost < credible);
    }),
    ...shiftedRows(violated, context),
    ...outliers(context),
  ];
  const best = new Map<string, Suspect>();
  for (const suspect of found) {
    const known = best.get(suspect.cell.id);
    if (known === undefined || order(suspect, known) < 0) best.set(suspect.cell.id, suspect);
  }
  return [...best.values()].toSorted(order);
}

function order(a: Suspect, b: Suspect): number {
  const fit = ({ misfit }: Suspect) => Number.isNaN(misfit) ? 0.3 : misfit;
  return a.cost - b.cost || fit(a) - fit(b);
}

/** Which share of its other instances a relation may fail in before its row is taken not to follow it. */
export const often = 0.34;

/** What a suspect may cost where the row does not follow the relation. */
const credible = 2.5;
