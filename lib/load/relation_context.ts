import type { TrendWord } from "../model/claim.ts";
import type { Exact } from "../model/interval.ts";
import type { Norm, ObservationRow } from "../model/observation.ts";
import type { Relation } from "../model/relation.ts";
import { exact } from "../numbers/exact.ts";
import { unitScale } from "../numbers/unit_scale.ts";

/** What the check of a relation needs to know of an edition. */
export interface RelationContext {
  readonly observations: ReadonlySet<string>;
  readonly norms: ReadonlySet<string>;
  /** Whether each word is one for a part, instead of a change. */
  readonly trendWords: ReadonlyMap<string, boolean>;
  /** Unit of every valid observation and norm by id. */
  readonly units: ReadonlyMap<string, string>;
  /** Value of every valid observation, and of every norm that has one, by id, in the base of its unit. */
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
export interface RelationProblem {
  readonly column: "operands" | "result" | "rule";
  readonly message: string;
}

interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly ids: ReadonlySet<string> | undefined;
}

/** The tables that relations refer to. */
export interface RelationSources {
  readonly observations: Rows<ObservationRow>;
  readonly norms: Rows<Norm>;
  readonly trendWords: Rows<TrendWord>;
}

/**
 * What relations are checked against.
 *
 * @param sources The tables that they refer to.
 * @returns The context; `undefined` if the ids of a table cannot be read.
 */
export function relationContext(
  { observations, norms, trendWords }: RelationSources,
): RelationContext | undefined {
  if (!observations.ids || !norms.ids || !trendWords.ids) return undefined;
  const points = norms.rows.flatMap(({ id, low, high, unit }) =>
    low !== null && low === high ? [{ id, value: low, unit }] : []
  );
  const parts = new Set(
    trendWords.rows.filter(({ direction }) => direction === "part").map(({ id }) => id),
  );
  return {
    observations: observations.ids,
    norms: norms.ids,
    trendWords: new Map([...trendWords.ids].map((id) => [id, parts.has(id)])),
    units: new Map([...norms.rows, ...observations.rows].map(({ id, unit }) => [id, unit])),
    values: new Map(
      [...points, ...observations.rows].map(({ id, value, unit }) =>
        [id, exact(value).mul(unitScale(unit).scale)] as const
      ),
    ),
    limits: new Map(norms.rows.map((norm) => [norm.id, norm])),
  };
}
