import type { Exact, Interval } from "../model/interval.ts";
import type { Observation } from "../model/observation.ts";
import { exact } from "../numbers/exact.ts";
import { lastPlace } from "../numbers/rounding.ts";
import { type Admissible, admissiblePrints, nearestAdmissible } from "./admissible.ts";
import { type ConstraintNetwork, touching } from "./constraint_network.ts";
import { judge } from "./judge.ts";
import { propagate } from "./propagate.ts";
import { type Quantity, quantityOf } from "./quantities.ts";
import { type Repair, repairedCell, toRepair } from "./repair.ts";

/**
 * The repair that changes just some cells, if there is one.
 *
 * What it allows a single cell is exact; of several cells each gets what the claims leave it while the others are free.
 *
 * @param network The report.
 * @param free Ids of the cells.
 */
export function findRepair(
  network: ConstraintNetwork,
  free: readonly string[],
): Repair | undefined {
  const domains = propagate(network, free);
  const witness = domains && findWitness(network, free);
  if (domains === undefined || witness === undefined) return undefined;
  const cells = free.flatMap((id) => {
    const observation = network.observations.get(id), settled = witness.get(id);
    const prints = free.length === 1 ? settled?.prints : printsOf(network, id, domains);
    return observation && settled && prints
      ? [repairedCell(observation, prints, settled.value)]
      : [];
  });
  return cells.length === free.length ? toRepair(cells) : undefined;
}

interface Settled {
  readonly value: Exact;
  readonly prints: Admissible;
}

/** Numbers for the free cells with which every claim that names one holds: each the nearest to its print, in turn. */
function findWitness(
  network: ConstraintNetwork,
  free: readonly string[],
): ReadonlyMap<string, Settled> | undefined {
  const witness = new Map<string, Settled>();
  const fixed = new Map<string, Quantity>();
  for (const [index, id] of free.entries()) {
    const observation = network.observations.get(id);
    const domains = propagate(network, free.slice(index), fixed);
    const wide = domains && printsOf(network, id, domains);
    if (wide === undefined || observation === undefined) return undefined;
    const later = free.slice(index + 1);
    const holds = (value: Exact) =>
      isMended(network, new Map(fixed).set(id, reprinted(network, observation, value)), later);
    const prints = trimmed(observation, wide, holds);
    if (prints === undefined) return undefined;
    const value = nearestAdmissible(prints, exact(observation.value));
    witness.set(id, { value, prints });
    fixed.set(id, reprinted(network, observation, value));
  }
  return isMended(network, fixed, []) ? witness : undefined;
}

/** What a cell may print without the ends that only a mixture of ways of rounding would allow. */
function trimmed(
  { decimals }: Observation,
  { least, greatest }: Admissible,
  holds: (value: Exact) => boolean,
): Admissible | undefined {
  const unit = lastPlace(decimals);
  const inward = (end: Exact | null, direction: 1 | -1) =>
    end && [0, 1, 2, 3, 4].map((steps) => end.add(unit.mul(direction * steps))).find(holds);
  const low = inward(least, 1), high = inward(greatest, -1);
  return low === undefined || high === undefined ? undefined : { least: low, greatest: high };
}

/** Whether every claim that names a changed cell holds, but for those that name one that is still open. */
function isMended(
  network: ConstraintNetwork,
  fixed: ReadonlyMap<string, Quantity>,
  open: readonly string[],
): boolean {
  const after = { get: (id: string) => fixed.get(id) ?? network.values.get(id) };
  return touching(network, fixed.keys()).every(({ verdict, cells }) =>
    cells.some((id) => open.includes(id)) ||
    judge(verdict.claim, after, network.words).kind !== "contradicts"
  );
}

function printsOf(
  { observations, values }: ConstraintNetwork,
  id: string,
  domains: ReadonlyMap<string, Interval>,
): Admissible | undefined {
  const observation = observations.get(id), domain = domains.get(id);
  return observation && domain &&
    admissiblePrints(observation, domain, values.get(id)?.isRounded ?? false);
}

function reprinted(
  { values }: ConstraintNetwork,
  observation: Observation,
  value: Exact,
): Quantity {
  const isRounded = values.get(observation.id)?.isRounded ?? false;
  return quantityOf({ ...observation, value: value.valueOf() }, isRounded);
}
