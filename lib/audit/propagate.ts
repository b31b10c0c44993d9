import type { Interval } from "../model/interval.ts";
import type { RoundingMode } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { between } from "../numbers/interval.ts";
import { type ConstraintNetwork, touching } from "./constraint_network.ts";
import { mayBeNegative } from "./misprint.ts";
import { hullOf, intersect } from "./open_ended.ts";
import type { Quantity } from "./quantities.ts";
import { solutionsOf } from "./solve.ts";

const zero = exact(0);
/** What an operand may be that the report does not print. */
const unprinted = between(null, null);

/**
 * Narrows what some cells may be, if all others stand as printed, by every constraint that names them.
 *
 * Each constraint is solved for each of its free cells until none narrows any more, or for as many rounds as
 * there are cells and two: constraints with one free cell, and chains of them, are exact after that.
 *
 * @param network The report.
 * @param free The cells that may change.
 * @param fixed Quantities that take the place of printed ones.
 * @returns The domains of the free cells; `undefined` if some cell is left nothing.
 */
export function propagate(
  network: ConstraintNetwork,
  free: readonly string[],
  fixed: ReadonlyMap<string, Quantity> = new Map(),
): ReadonlyMap<string, Interval> | undefined {
  const domains = new Map(free.map((id) => [id, startOf(network, id)]));
  const near = touching(network, free);
  for (let round = 0, isNarrowed = true; isNarrowed && round < free.length + 2; round++) {
    isNarrowed = false;
    for (const constraint of near) {
      const { verdict: { claim: { relation } }, modes } = constraint;
      const under = (mode: RoundingMode) => (id: string) =>
        domains.get(id) ?? (fixed.get(id) ?? network.values.get(id))?.interval(mode) ?? unprinted;
      for (const id of constraint.cells) {
        const domain = domains.get(id);
        if (domain === undefined) continue;
        const solved = modes.flatMap((mode) =>
          solutionsOf(relation, id, { values: under(mode), words: network.words }) ?? []
        );
        const narrowed = solved.length > 0 ? intersect(domain, hullOf(solved)) : undefined;
        if (narrowed === undefined) return undefined;
        if (isSame(narrowed, domain)) continue;
        domains.set(id, narrowed);
        isNarrowed = true;
      }
    }
  }
  return domains;
}

function startOf({ observations }: ConstraintNetwork, id: string): Interval {
  const observation = observations.get(id);
  return between(observation && !mayBeNegative(observation) ? zero : null, null);
}

function isSame(a: Interval, b: Interval): boolean {
  const isSameEnd = (one: Interval["low"], other: Interval["low"]) =>
    one === other || (one !== null && other !== null && one.equals(other));
  return isSameEnd(a.low, b.low) && isSameEnd(a.high, b.high) &&
    a.includesLow === b.includesLow && a.includesHigh === b.includesHigh;
}
