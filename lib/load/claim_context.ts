import type { Exact } from "../model/interval.ts";
import type { Norm } from "../model/norm.ts";

/** What the check of a claim needs to know of an edition. */
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

/** What is amiss in one cell of a claim. */
export interface ClaimProblem {
  readonly column: "operands" | "result" | "rule";
  readonly message: string;
}
