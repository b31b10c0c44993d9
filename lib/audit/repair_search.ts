import { type Constraint, type ConstraintNetwork, touching } from "./constraint_network.ts";
import { findRepair } from "./find_repair.ts";
import type { Repair } from "./repair.ts";

/**
 * The smallest repairs of a group of violated constraints.
 *
 * It frees ever more cells, always one of those that a conflict names, until some sets of one size repair the group.
 *
 * @param network The report.
 * @param group The violated constraints.
 * @param most How many cells may change together.
 */
export function searchRepairs(
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
      const suspects = untouched ? [untouched] : touching(network, set);
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
