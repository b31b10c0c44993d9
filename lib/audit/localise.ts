import {
  type Constraint,
  type ConstraintNetwork,
  constraintNetwork,
  constraintsOn,
  violatedGroups,
} from "./constraint_network.ts";
import type { ReportNumbers } from "../model/report.ts";
import { findRepair, type Repair } from "./repair.ts";

/** Claims that do not hold together, and what would mend them. */
export interface Localisation {
  /** Ids of the claims. */
  readonly violated: readonly string[];
  /** Every smallest repair that was found, the simplest first; none, if more cells than were tried have to change. */
  readonly repairs: readonly Repair[];
}

/** How far repairs are searched. */
export interface LocaliseOptions {
  /** Cells that may change together, 3 unless told. */
  readonly most?: number;
}

/**
 * Finds which cells, printed otherwise, would mend the claims that do not hold.
 *
 * For each group of violated claims it gives the smallest sets of cells whose change mends all of them and breaks no
 * other claim. Each set is proved by numbers with which every claim holds. Where two cells follow only from
 * several claims at once, as in simultaneous equations, a set may be missed.
 *
 * @param report The report.
 * @param options How many cells may change together.
 * @returns The groups, in the order of the claims.
 *
 * @example
 * ```ts
 * import { loadReport, localise } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const [visits, youth] = localise(await loadReport("kuzbass-2016"));
 * assertEquals(visits.repairs.map(({ cells }) => cells.length), [2, 2, 2]);
 * assertEquals(youth.repairs[0].cells.map(({ value }) => value.valueOf()), [183324]);
 * ```
 */
export function localise(
  report: Omit<ReportNumbers, "errata">,
  { most = 3 }: LocaliseOptions = {},
): Localisation[] {
  const network = constraintNetwork(report);
  return violatedGroups(network).map((group) => ({
    violated: group.map(({ verdict }) => verdict.claim.id),
    repairs: searchRepairs(network, group, most).toSorted((a, b) => a.cost - b.cost),
  }));
}

/**
 * The smallest repairs of a group of violated constraints.
 *
 * It frees ever more cells, always one of those that a conflict names, until some sets of one size repair the group.
 *
 * @param network The report.
 * @param group The violated constraints.
 * @param most How many cells may change together.
 */
function searchRepairs(
  network: ConstraintNetwork,
  group: readonly Constraint[],
  most: number,
): Repair[] {
  let sets: (readonly string[])[] = [[]];
  for (let size = 0; size <= most; size++) {
    const repairs: Repair[] = [];
    const larger = new Map<string, readonly string[]>();
    for (const set of sets) {
      const untouched = group.find(({ cells }) => !cells.some((id) => set.includes(id)));
      const repair = untouched ? undefined : findRepair(network, set);
      if (repair) repairs.push(repair);
      const suspects = untouched ? [untouched] : constraintsOn(network, set);
      for (const id of new Set(suspects.flatMap(({ cells }) => cells))) {
        if (set.includes(id)) continue;
        const next = [...set, id].toSorted();
        larger.set(next.join(" "), next);
      }
    }
    if (repairs.length > 0) return repairs;
    sets = [...larger.values()];
  }
  return [];
}
