import type { Interval } from "../model/interval.ts";
import type { Observation } from "../model/observation.ts";
import type { ReportNumbers } from "../model/report.ts";
import type { TrendWord } from "../model/claim.ts";
import { type RoundingMode, roundingModes, type Verdict } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { between, everything, hullOf, intersect } from "../numbers/interval.ts";
import { judge, namesIn } from "./judge.ts";
import { mayBeNegative } from "./misprint.ts";
import { asCounted, intervalOf, isRounded, quantities, type Quantity } from "./quantity.ts";
import { solutionsOf } from "./solve.ts";

/** A claim as a constraint on the cells that it names. */
export interface Constraint {
  readonly verdict: Verdict;
  /** Ids of the observations that it computes with, each once. */
  readonly cells: readonly string[];
  /** The ways of rounding that it may hold under: one, where nothing was rounded. */
  readonly modes: readonly RoundingMode[];
}

/** A report as cells that its claims constrain. */
export interface ConstraintNetwork {
  readonly values: ReadonlyMap<string, Quantity>;
  readonly words: ReadonlyMap<string, TrendWord>;
  readonly observations: ReadonlyMap<string, Observation>;
  readonly constraints: readonly Constraint[];
  /** The constraints of each cell. */
  readonly of: ReadonlyMap<string, readonly Constraint[]>;
}

/** Judges every claim of a report and links it to its cells; a claim of what is not printed constrains nothing. */
export function constraintNetwork(report: Omit<ReportNumbers, "errata">): ConstraintNetwork {
  const values = quantities(report);
  const words = new Map(report.trendWords.map((word) => [word.id, word]));
  const observations = new Map(report.observations.map((each) => [each.id, each]));
  const constraints = report.claims.map((claim): Constraint => {
    const verdict = judge(claim, values, words);
    const find = asCounted(claim.relation, (id) => values.get(id));
    const cells = verdict.kind === "base-missing" ? [] : namesIn(claim.relation);
    return {
      verdict,
      cells: [...new Set(cells)].filter((id) => observations.has(id)),
      modes: cells.map(find).some(isRounded) ? roundingModes : ["half-up"],
    };
  });
  const of = new Map<string, Constraint[]>();
  for (const constraint of constraints) {
    for (const id of constraint.cells) {
      const known = of.get(id);
      if (known) known.push(constraint);
      else of.set(id, [constraint]);
    }
  }
  return { values, words, observations, constraints, of };
}

/** Every constraint that names one of the cells, once. */
export function constraintsOn({ of }: ConstraintNetwork, cells: Iterable<string>): Constraint[] {
  return [...new Set([...cells].flatMap((id) => of.get(id) ?? []))];
}

/**
 * The violated constraints in groups that one repair has to mend together: those that share a cell, or that
 * one intact constraint links.
 */
export function violatedGroups(network: ConstraintNetwork): Constraint[][] {
  const isViolated = ({ verdict }: Constraint) => verdict.kind === "contradicts";
  const left = new Set(network.constraints.filter(isViolated));
  const groups: Constraint[][] = [];
  for (const first of left) {
    const group = [first];
    left.delete(first);
    for (const { cells } of group) {
      const near = constraintsOn(
        network,
        constraintsOn(network, cells).flatMap((each) => each.cells),
      );
      for (const other of near) if (left.delete(other)) group.push(other);
    }
    groups.push(group);
  }
  return groups;
}

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
  const near = constraintsOn(network, free);
  for (let round = 0, isNarrowed = true; isNarrowed && round < free.length + 2; round++) {
    isNarrowed = false;
    for (const constraint of near) {
      const { verdict: { claim: { relation } }, modes } = constraint;
      const find = asCounted(relation, (id) => fixed.get(id) ?? network.values.get(id));
      const under = (mode: RoundingMode) => (id: string) => {
        const quantity = find(id);
        return domains.get(id) ?? (quantity ? intervalOf(quantity, mode) : everything);
      };
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
  return between(observation && !mayBeNegative(observation) ? exact(0) : null, null);
}

function isSame(a: Interval, b: Interval): boolean {
  const isSameEnd = (one: Interval["low"], other: Interval["low"]) =>
    one === other || (one !== null && other !== null && one.equals(other));
  return isSameEnd(a.low, b.low) && isSameEnd(a.high, b.high) &&
    a.includesLow === b.includesLow && a.includesHigh === b.includesHigh;
}
