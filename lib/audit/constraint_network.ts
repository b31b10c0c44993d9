import type { Exact, Interval } from "../model/interval.ts";
import type { Observation } from "../model/observation.ts";
import type { ReportNumbers } from "../model/report.ts";
import type { TrendWord } from "../model/claim.ts";
import { type RoundingMode, roundingModes, type Verdict } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { between, everything, hullOf, intersect, within } from "../numbers/interval.ts";
import { judge, namesIn } from "./judge.ts";
import { mayBeNegative } from "./misprint.ts";
import {
  asCounted,
  intervalOf,
  isRounded,
  type Quantities,
  quantities,
  type Quantity,
  quantityOf,
} from "./quantity.ts";
import { solutionsOf } from "./solve.ts";

/** A relation that was judged, and the cells that it names, which might print something else. */
export interface Constraint {
  readonly verdict: Verdict;
  /** The verdict's kind under the ways of rounding that it may hold under. */
  readonly kind: Verdict["kind"];
  readonly modes: ReadonlySet<RoundingMode>;
  /** Ids of the cells, each once; none where something that it needs is not printed. */
  readonly ids: readonly string[];
  /** What is printed, as it counts in the relation. */
  readonly values: Quantities;
  /** What a cell prints, as it counts in the relation. */
  observationOf(id: string): Observation | undefined;
  readonly words: ReadonlyMap<string, TrendWord>;
}

/** Numbers that cells would print, by their ids. */
export type Changes = ReadonlyMap<string, Exact>;

/** The verdict on a relation if some of its cells were printed otherwise. */
export function judgeAgain(constraint: Constraint, changes: Changes): Verdict {
  const get = (id: string) => quantityWith(constraint, id, changes);
  return judge(constraint.verdict.claim, { get }, constraint.words);
}

/** A cell as it counts in a relation, with the number that it would print. */
export function quantityWith(
  { values, observationOf }: Constraint,
  id: string,
  changes: Changes,
): Quantity | undefined {
  const known = values.get(id), value = changes.get(id)?.valueOf();
  return value === undefined
    ? known
    : quantityOf({ ...observationOf(id)!, value }, isRounded(known));
}

/** Whether a relation would hold if some of its cells were printed otherwise. */
export function holdsWith(constraint: Constraint, changes: Changes): boolean {
  return kindUnder(constraint.modes, judgeAgain(constraint, changes)) !== "contradicts";
}

/** A verdict's kind, but that an equality contradicts where it agrees by none of some ways of rounding. */
export function kindUnder(
  modes: ReadonlySet<RoundingMode>,
  { kind, roundingModes }: Verdict,
): Verdict["kind"] {
  return kind === "agrees" && !roundingModes.some((mode) => modes.has(mode)) ? "contradicts" : kind;
}

/** A report as cells that its claims constrain. */
export interface ConstraintNetwork {
  readonly constraints: readonly Constraint[];
  /** The constraints of each cell. */
  readonly of: ReadonlyMap<string, readonly Constraint[]>;
}

const allModes: ReadonlySet<RoundingMode> = new Set(roundingModes);

/** Judges every claim of a report and links it to its cells; a claim of what is not printed constrains nothing. */
export function constraintNetwork(report: Omit<ReportNumbers, "errata">): ConstraintNetwork {
  const values = quantities(report);
  const words = new Map(report.trendWords.map((word) => [word.id, word]));
  const observations = new Map(report.observations.map((each) => [each.id, each]));
  const observationOf = (id: string) => observations.get(id);
  const constraints = report.claims.map((claim): Constraint => {
    const verdict = judge(claim, values, words), { kind } = verdict;
    const ids = kind === "base-missing"
      ? []
      : [...new Set(namesIn(claim.relation))].filter((id) => observations.has(id));
    return { verdict, kind, modes: allModes, ids, values, observationOf, words };
  });
  return { constraints, of: constraintsByCell(constraints) };
}

/** The constraints that name a cell, by its id. */
export function constraintsByCell<One extends Pick<Constraint, "ids">>(
  constraints: readonly One[],
): ReadonlyMap<string, readonly One[]> {
  const of = new Map<string, One[]>();
  for (const constraint of constraints) {
    for (const id of constraint.ids) {
      const known = of.get(id);
      if (known) known.push(constraint);
      else of.set(id, [constraint]);
    }
  }
  return of;
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
  const left = new Set(network.constraints.filter(({ kind }) => kind === "contradicts"));
  const groups: Constraint[][] = [];
  for (const first of left) {
    const group = [first];
    left.delete(first);
    for (const { ids } of group) {
      const near = constraintsOn(network, constraintsOn(network, ids).flatMap((each) => each.ids));
      for (const other of near) if (left.delete(other)) group.push(other);
    }
    groups.push(group);
  }
  return groups;
}

/**
 * Narrows what some cells may be, if all others stand as printed, by constraints that name them.
 *
 * Each constraint is solved for each of its free cells until none narrows any more, or for as many rounds as
 * there are cells and two: constraints with one free cell, and chains of them, are exact after that.
 *
 * @param near The constraints that have to hold.
 * @param free The cells that may change.
 * @param changes Numbers that take the place of printed ones.
 * @returns The domains of the free cells; `undefined` if some cell is left nothing.
 */
export function propagate(
  near: readonly Constraint[],
  free: readonly string[],
  changes: Changes = new Map(),
): ReadonlyMap<string, Interval> | undefined {
  const domains = new Map(free.map((id) => {
    const observation = observationIn(near, id);
    return [id, between(observation && !mayBeNegative(observation) ? exact(0) : null, null)];
  }));
  for (let round = 0, isNarrowed = true; isNarrowed && round < free.length + 2; round++) {
    isNarrowed = false;
    for (const constraint of near) {
      const { verdict: { claim: { relation } }, ids, words } = constraint;
      const find = asCounted(relation, (id) => quantityWith(constraint, id, changes));
      // Where nothing was rounded, all ways of rounding are one.
      const modes = namesIn(relation).map(find).some(isRounded) ? constraint.modes : oneMode;
      const under = (mode: RoundingMode) => (id: string) => {
        const quantity = find(id);
        return domains.get(id) ?? (quantity ? intervalOf(quantity, mode) : everything);
      };
      for (const id of ids) {
        const domain = domains.get(id);
        if (domain === undefined) continue;
        const solved = [...modes].flatMap((mode) =>
          solutionsOf(relation, id, { values: under(mode), words }) ?? []
        );
        const narrowed = solved.length > 0 ? intersect(domain, hullOf(solved)) : undefined;
        if (narrowed === undefined) return undefined;
        if (within(domain, narrowed)) continue;
        domains.set(id, narrowed);
        isNarrowed = true;
      }
    }
  }
  return domains;
}

const oneMode: ReadonlySet<RoundingMode> = new Set(["half-up"]);

/** What a cell prints, as it counts in the first of some relations that names it. */
export function observationIn(near: readonly Constraint[], id: string): Observation | undefined {
  return near.find(({ ids }) => ids.includes(id))?.observationOf(id);
}
