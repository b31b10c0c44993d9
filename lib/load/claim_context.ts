import type { Exact } from "../model/interval.ts";
import type { Norm } from "../model/norm.ts";
import type { Relation } from "../model/relation.ts";

/** What the check of a relation needs to know of an edition. */
export interface ClaimContext {
  readonly observations: ReadonlySet<string>;
  readonly norms: ReadonlySet<string>;
  readonly trendWords: ReadonlySet<string>;
  /** Unit of every valid observation and norm by id. */
  readonly units: ReadonlyMap<string, string>;
  /** Value of every valid observation, and of every norm that has one, by id. */
  readonly values: ReadonlyMap<string, Exact>;
  /** Every valid norm by id. */
  readonly limits: ReadonlyMap<string, Norm>;
}

/** A relation, and which of its values are marked as not printed. */
export interface StatedRelation {
  readonly relation: Relation;
  readonly missing: readonly string[];
}

/** What is amiss in one cell of a relation. */
export interface ClaimProblem {
  readonly column: "operands" | "result" | "rule";
  readonly message: string;
}
