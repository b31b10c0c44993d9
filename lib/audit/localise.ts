import type { Exact, Interval } from "../model/interval.ts";
import type { Language } from "../model/label.ts";
import type { Observation } from "../model/observation.ts";
import type { ReportNumbers } from "../model/report.ts";
import { decimalsIn, formatNumber } from "../numbers/format_number.ts";
import { exact } from "../numbers/exact.ts";
import { between, hullOf, meets, point } from "../numbers/interval.ts";
import { lastPlace } from "../numbers/rounding.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import { words } from "../words/words.ts";
import {
  type Constraint,
  type ConstraintNetwork,
  constraintNetwork,
  constraintsOn,
  holdsWith,
  observationIn,
  propagate,
  violatedGroups,
} from "./constraint_network.ts";
import { digitsApart, type SlipKind, slipsOf } from "./misprint.ts";
import { asCounted, isRounded, quantityOf, widestOf } from "./quantity.ts";

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
 * @param options Language, and what a cell is called by its id, by default just that.
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

/** Claims that do not hold together, and what would mend them. */
export interface Localisation {
  /** Ids of the claims. */
  readonly violated: readonly string[];
  /** Every smallest repair that was found, the simplest first; none, if more cells than were tried have to change. */
  readonly repairs: readonly Repair[];
}

/**
 * Finds which cells, printed otherwise, would mend the claims that do not hold.
 *
 * For each group of violated claims it gives the smallest sets of cells whose change mends all of them and breaks no
 * other claim. Each set is proved by numbers with which every claim holds. Where two cells follow only from
 * several claims at once, as in simultaneous equations, a set may be missed.
 *
 * @param report The report.
 * @param options How many cells may change together, 3 by default.
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
  { most = 3 }: { readonly most?: number } = {},
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
      const untouched = group.find(({ ids }) => !ids.some((id) => set.includes(id)));
      const near = untouched ? [untouched] : constraintsOn(network, set);
      const repair = untouched ? undefined : findRepair(near, set);
      if (repair) repairs.push(repair);
      for (const id of new Set(near.flatMap(({ ids }) => ids))) {
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

/** The repair that changes just some cells, if there is one: of several each gets what is left it while the others are free. */
function findRepair(near: readonly Constraint[], free: readonly string[]): Repair | undefined {
  const domains = propagate(near, free), reprints = domains && findReprints(near, free);
  if (domains === undefined || reprints === undefined) return undefined;
  const cells = reprints.map((cell, at): RepairedCell => {
    const domain = domains.get(free[at]);
    const left = free.length > 1 && domain && printsWithin(domain, near, free[at]);
    const prints = left || cell.prints;
    const slips = slipsOf(cell.observation, { within: prints }).map(({ kind }) => kind);
    return { ...cell, prints, slips: [...new Set(slips)] };
  });
  const costs = cells.map(({ observation, value, slips }) =>
    slips.length > 0 ? 1 : 1 + digitsApart(value, exact(observation.value))
  );
  return { cells, cost: costs.reduce((sum, cost) => sum + cost, 0) };
}

/** A cell with the numbers that it could print. */
export type Reprint = Omit<RepairedCell, "slips">;

/**
 * Finds what cells would have to print so that relations hold: each the number nearest to its print, in turn.
 *
 * What it allows the first cell, given the others, is exact.
 *
 * @param near The relations that have to hold, each of which names one of the cells.
 * @param free Ids of the cells.
 * @returns What each of them would print; `undefined` if no numbers are found with which all of the relations hold.
 */
export function findReprints(
  near: readonly Constraint[],
  free: readonly string[],
): Reprint[] | undefined {
  const reprints: Reprint[] = [];
  const changes = new Map<string, Exact>();
  for (const [index, id] of free.entries()) {
    const observation = observationIn(near, id);
    const domain = propagate(near, free.slice(index), changes)?.get(id);
    const wide = domain && printsWithin(domain, near, id);
    if (observation === undefined || wide === undefined) return undefined;
    const closed = near.filter(({ ids }) => !free.slice(index + 1).some((id) => ids.includes(id)));
    const holds = (value: Exact) => {
      const changed = new Map(changes).set(id, value);
      return closed.every((constraint) => holdsWith(constraint, changed));
    };
    const found = reprint(observation, wide, holds);
    if (found === undefined) return undefined;
    reprints.push(found);
    changes.set(id, found.value);
  }
  return reprints;
}

function printsWithin(domain: Interval, near: readonly Constraint[], id: string) {
  const observation = observationIn(near, id);
  const isMeasure = near.some(({ values, verdict: { claim: { relation } } }) =>
    isRounded(asCounted(relation, (id) => values.get(id))(id))
  );
  return observation && admissiblePrints(observation, domain, isMeasure);
}

/** The first of so many steps from a number on that passes; without a number there is no limit. */
function firstStep(
  start: Exact | null,
  { step, most }: { readonly step: Exact; readonly most: number },
  passes: (value: Exact) => boolean,
): Exact | null | undefined {
  return start && Array.from({ length: most }, (_, at) => start.add(step.mul(at))).find(passes);
}

/**
 * What a cell may print without the ends that only a mixture of ways of rounding would allow, with the nearest number or,
 * where there is a gap around what it prints, that of the simplest slip, from the least to the greatest that slips give.
 */
function reprint(
  observation: Observation,
  { low, high }: Interval,
  holds: (value: Exact) => boolean,
): Reprint | undefined {
  const step = lastPlace(observation.decimals), most = 5;
  const least = firstStep(low, { step, most }, holds);
  const greatest = low && high?.equals(low)
    ? least
    : firstStep(high, { step: step.neg(), most }, holds);
  if (least === undefined || greatest === undefined) return undefined;
  const prints = between(least, greatest), printed = exact(observation.value);
  const isBelow = least !== null && printed.compare(least) < 0;
  const isAbove = greatest !== null && printed.compare(greatest) > 0;
  const value = isBelow ? least : isAbove ? greatest : printed;
  if (isBelow || isAbove || holds(printed)) return { observation, prints, value };
  const values = slipsOf(observation, { within: prints }).map(({ value }) => value).filter(holds);
  if (values.length === 0) return undefined;
  return { observation, prints: hullOf(values.map(point)), value: values[0] };
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
  const search = (end: Exact | null, direction: 1 | -1) => {
    const step = unit.mul(direction);
    const start = end && end.div(scale).div(unit).floor().mul(unit).sub(step.mul(3));
    return firstStep(start, { step, most: 7 }, fits);
  };
  const { form } = observation;
  const least = form === "more-than" ? null : search(domain.low, 1);
  const greatest = form === "less-than" ? null : search(domain.high, -1);
  return least === undefined || greatest === undefined ? undefined : between(least, greatest);
}
