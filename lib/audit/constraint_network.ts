import type { Observation } from "../model/observation.ts";
import type { ReportNumbers } from "../model/report.ts";
import type { TrendWord } from "../model/claim.ts";
import { type RoundingMode, roundingModes, type Verdict } from "../model/verdict.ts";
import { judge } from "./judge.ts";
import { quantities, type Quantity } from "./quantities.ts";

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

/** The parts of a report that localisation reads. */
export type Localisable = Pick<
  ReportNumbers,
  "observations" | "indicators" | "norms" | "claims" | "trendWords"
>;

/** Judges every claim of a report and links it to its cells; a claim of what is not printed constrains nothing. */
export function constraintNetwork(report: Localisable): ConstraintNetwork {
  const values = quantities(report);
  const words = new Map(report.trendWords.map((word) => [word.id, word]));
  const observations = new Map(report.observations.map((each) => [each.id, each]));
  const constraints = report.claims.map((claim): Constraint => {
    const verdict = judge(claim, values, words);
    const { result, operands, divisors } = claim.relation;
    const cells = verdict.kind === "base-missing" ? [] : [result, ...operands, ...divisors];
    const isRounded = cells.some((id) => values.get(id)?.isRounded);
    return {
      verdict,
      cells: [...new Set(cells)].filter((id) => observations.has(id)),
      modes: isRounded ? roundingModes : ["half-up"],
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
export function touching({ of }: ConstraintNetwork, cells: Iterable<string>): Constraint[] {
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
      const near = touching(network, touching(network, cells).flatMap((each) => each.cells));
      for (const other of near) if (left.delete(other)) group.push(other);
    }
    groups.push(group);
  }
  return groups;
}
