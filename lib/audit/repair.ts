import type { Exact, Interval } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import type { Observation } from "../model/observation.ts";
import { decimalsIn, formatNumber } from "../numbers/format_number.ts";
import { exact } from "../numbers/exact.ts";
import { between, hullOf, meets, point } from "../numbers/interval.ts";
import { lastPlace } from "../numbers/rounding.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import { words } from "../words/words.ts";
import { type ConstraintNetwork, constraintsOn, propagate } from "./constraint_network.ts";
import { judge } from "./judge.ts";
import { digitsApart, type SlipKind, slipsOf } from "./misprint.ts";
import { isRounded, type Quantity, quantityOf, widestOf } from "./quantity.ts";

/** A cell as a repair would have it. */
export interface RepairedCell {
  /** The cell as the report prints it. */
  readonly observation: Observation;
  /** The numbers that it could print, in steps of its last decimal. */
  readonly prints: Interval;
  /** The one of them that is nearest to the printed one. */
  readonly value: Exact;
  /** The slips that would have turned one of them into the printed one; none, if no single slip does. */
  readonly slips: readonly SlipKind[];
}

/** A smallest set of cells that, printed otherwise, would mend a group of claims and break none. */
export interface Repair {
  /** The cells that would have to change. */
  readonly cells: readonly RepairedCell[];
  /** How unlikely it is: 1 for a cell that one slip explains, 1 and the digits that differ for another. */
  readonly cost: number;
}

/**
 * A repair as a condition, never as a correction.
 *
 * @param repair The repair.
 * @param options Language, and what a cell is called by its id; its id unless told.
 * @returns Such as `consistent if youth.users = 183,324`.
 */
export function repairText(
  { cells }: Repair,
  { language, nameOf = (id) => id }: {
    readonly language: Language;
    readonly nameOf?: (id: string) => string;
  },
): string {
  const write = (value: Exact) => formatNumber(value, { language, decimals: decimalsIn(value) });
  const conditions = cells.map(({ observation, prints: { low, high } }) => {
    const both = low && high && `= ${[...new Set([write(low), write(high)])].join("…")}`;
    const one = low ? `≥ ${write(low)}` : high ? `≤ ${write(high)}` : "≠";
    return `${nameOf(observation.id)} ${both ?? one}`;
  });
  const { and, consistentIf } = words[language].phrases;
  return consistentIf(conditions.join(and));
}

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
  const cells = witness.flatMap((cell) => {
    const prints = free.length === 1 ? cell.prints : printsOf(network, cell.observation, domains);
    if (prints === undefined) return [];
    const slips = slipsOf(cell.observation, { within: prints });
    return [{ ...cell, prints, slips: [...new Set(slips.map(({ kind }) => kind))] }];
  });
  if (cells.length < free.length) return undefined;
  return { cells, cost: cells.map(costOf).reduce((sum, each) => sum + each, 0) };
}

type Witness = Omit<RepairedCell, "slips">;

/** Numbers for the free cells with which every claim that names one holds: each the nearest to its print, in turn. */
function findWitness(
  network: ConstraintNetwork,
  free: readonly string[],
): readonly Witness[] | undefined {
  const witness: Witness[] = [];
  const fixed = new Map<string, Quantity>();
  for (const [index, id] of free.entries()) {
    const observation = network.observations.get(id);
    const domains = propagate(network, free.slice(index), fixed);
    const wide = observation && domains && printsOf(network, observation, domains);
    if (observation === undefined || wide === undefined) return undefined;
    const later = free.slice(index + 1);
    const reprint = (value: Exact) =>
      quantityOf({ ...observation, value: value.valueOf() }, isRounded(network.values.get(id)));
    const holds = (value: Exact) =>
      isMended(network, new Map(fixed).set(id, reprint(value)), later);
    const prints = trimPrints(observation, wide, holds);
    if (prints === undefined) return undefined;
    const cell = mend(observation, prints, holds);
    if (cell === undefined) return undefined;
    witness.push(cell);
    fixed.set(id, reprint(cell.value));
  }
  return isMended(network, fixed, []) ? witness : undefined;
}

/**
 * The nearest number that a cell may print or, where what it may print has a gap around what it prints, that of the
 * simplest slip, and from the least to the greatest that slips give.
 */
function mend(
  observation: Observation,
  prints: Interval,
  holds: (value: Exact) => boolean,
): Witness | undefined {
  const value = nearestIn(prints, exact(observation.value));
  if (holds(value)) return { observation, prints, value };
  const values = slipsOf(observation, { within: prints }).map(({ value }) => value).filter(holds);
  if (values.length === 0) return undefined;
  return { observation, prints: hullOf(values.map(point)), value: values[0] };
}

/** What a cell may print without the ends that only a mixture of ways of rounding would allow. */
function trimPrints(
  { decimals }: Observation,
  { low, high }: Interval,
  holds: (value: Exact) => boolean,
): Interval | undefined {
  const unit = lastPlace(decimals);
  const inward = (end: Exact | null, direction: 1 | -1) =>
    end && [0, 1, 2, 3, 4].map((steps) => end.add(unit.mul(direction * steps))).find(holds);
  const least = inward(low, 1), greatest = inward(high, -1);
  return least === undefined || greatest === undefined ? undefined : between(least, greatest);
}

/** Whether every claim that names a changed cell holds, but for those that name one that is still open. */
function isMended(
  network: ConstraintNetwork,
  fixed: ReadonlyMap<string, Quantity>,
  open: readonly string[],
): boolean {
  const after = { get: (id: string) => fixed.get(id) ?? network.values.get(id) };
  return constraintsOn(network, fixed.keys()).every(({ verdict, cells }) =>
    cells.some((id) => open.includes(id)) ||
    judge(verdict.claim, after, network.words).kind !== "contradicts"
  );
}

function printsOf(
  network: ConstraintNetwork,
  observation: Observation,
  domains: ReadonlyMap<string, Interval>,
): Interval | undefined {
  const { id } = observation, domain = domains.get(id);
  return domain && admissiblePrints(observation, domain, isRounded(network.values.get(id)));
}

/**
 * The numbers that a cell could print so that it stands for something within a domain, under some way of rounding.
 *
 * @param observation The cell, printed with as many decimals as it is.
 * @param domain What the quantity itself may be, in the base of its unit.
 * @param isMeasure Whether the print is rounded.
 * @returns From the least to the greatest of them; `undefined` if there is none.
 */
export function admissiblePrints(
  observation: Observation,
  domain: Interval,
  isMeasure: boolean,
): Interval | undefined {
  const unit = lastPlace(observation.decimals);
  const { scale } = unitScale(observation.unit);
  const fits = (value: Exact) =>
    meets(widestOf(quantityOf({ ...observation, value: value.valueOf() }, isMeasure)), domain);
  const search = (end: Exact | null, direction: 1 | -1): Exact | null | undefined => {
    if (end === null) return null;
    const step = unit.mul(direction);
    const start = end.div(scale).div(unit).floor().mul(unit).sub(step.mul(3));
    return [0, 1, 2, 3, 4, 5, 6].map((steps) => start.add(step.mul(steps))).find(fits);
  };
  const { form } = observation;
  const least = form === "more-than" ? null : search(domain.low, 1);
  const greatest = form === "less-than" ? null : search(domain.high, -1);
  return least === undefined || greatest === undefined ? undefined : between(least, greatest);
}

/** The number of an interval with its ends that is nearest to another. */
export function nearestIn({ low, high }: Interval, value: Exact): Exact {
  if (low !== null && value.compare(low) < 0) return low;
  return high !== null && value.compare(high) > 0 ? high : value;
}

function costOf({ observation, value, slips }: RepairedCell): number {
  return 1 + (slips.length > 0 ? 0 : digitsApart(value, exact(observation.value)));
}
