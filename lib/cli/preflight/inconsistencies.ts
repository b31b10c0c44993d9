import type { JudgedInstance } from "../../preflight/judge_table.ts";
import type { PlacedCell } from "../../preflight/table.ts";
import { formatRelation } from "../../preflight/table_relation.ts";
import type { Suspect, SuspectSlip } from "../../preflight/suspect.ts";
import { words } from "../../words/words.ts";
import type { Preflight } from "./preflight_text.ts";

/** Inconsistencies of one relation and one kind of slip. */
export interface InconsistencyGroup {
  readonly relation: string;
  readonly slip: SuspectSlip;
  readonly count: number;
  /** The likeliest cells, five at most. */
  readonly likeliest: readonly PlacedCell[];
}

/** What a slip is called. */
export function slipText(slip: SuspectSlip): string {
  switch (slip) {
    case "neighbour":
      return "the number of a neighbouring cell";
    case "exchanged":
      return "exchanged with the next row";
    case "shifted":
      return "shifted by a column";
    case "unexplained":
      return "no known slip";
    default:
      return words.en.slips[slip];
  }
}

/** The inconsistencies by relation and by the slip that explains each best, the most frequent first. */
export function groupInconsistencies(
  { families, suspects }: Pick<Preflight, "families" | "suspects">,
): InconsistencyGroup[] {
  const explained = new Map<JudgedInstance, Suspect>();
  for (const suspect of suspects) {
    for (const instance of suspect.mends) {
      if (!explained.has(instance)) explained.set(instance, suspect);
    }
  }
  return families.flatMap(({ relation, violated }) => {
    const bySlip = Map.groupBy(
      violated,
      (instance) => explained.get(instance)?.slip ?? "unexplained",
    );
    return [...bySlip].map(([slip, instances]) => {
      const found = suspects.filter(({ mends }) =>
        mends.some((instance) => instances.includes(instance))
      );
      const cells = found.length > 0
        ? found.map(({ cell }) => cell)
        : instances.map(({ cells }) => cells[0]);
      return {
        relation: formatRelation(relation),
        slip,
        count: instances.length,
        likeliest: cells.slice(0, 5),
      };
    });
  }).toSorted((a, b) => b.count - a.count);
}
