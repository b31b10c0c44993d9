import { judge, namesIn } from "../audit/judge.ts";
import { isAdditive, type Quantities } from "../audit/quantity.ts";
import type { Claim } from "../model/claim.ts";
import type { Exact } from "../model/interval.ts";
import { type RoundingMode, roundingModes, type Verdict } from "../model/verdict.ts";
import { quantitiesOf } from "./instance_quantities.ts";
import type { TableGrid } from "./table.ts";
import {
  computedColumns,
  type Instance,
  instancesOf,
  type TableRelation,
} from "./table_relation.ts";

/** A table has no trends. */
const noWords = new Map<string, never>();

/** An instance of a relation with its verdict. */
export interface JudgedInstance extends Instance {
  readonly verdict: Verdict;
  /** The verdict's, but that a relation which holds by a way of rounding of its own contradicts the others of its family. */
  readonly kind: Verdict["kind"];
  /** The ways of rounding by which the others of its family hold. */
  readonly modes: ReadonlySet<RoundingMode>;
}

/** A relation with how many of its instances hold. */
export interface JudgedFamily {
  readonly relation: TableRelation;
  readonly instances: readonly JudgedInstance[];
  readonly hold: number;
  /** How many could be judged. */
  readonly judged: number;
  readonly violated: readonly JudgedInstance[];
  /** How many lack a number. */
  readonly missing: number;
}

/** What was found of a relation in rows that are not here. */
export interface Elsewhere {
  readonly byModes: readonly ModeCount[];
  readonly missing: number;
}

/** A table that was judged: what a search for misprints reads. */
export interface JudgedTable {
  readonly grid: TableGrid;
  readonly families: readonly JudgedFamily[];
  /** The judged instances that name a cell, by its id. */
  readonly of: ReadonlyMap<string, readonly JudgedInstance[]>;
}

/**
 * Judges every relation of a table in every row or column in which it can be.
 *
 * @param grid The table.
 * @param relations The relations, drafted or read.
 * @param elsewhere What was found of a relation in other rows of the table, which counts in.
 */
export function judgeTable(
  grid: TableGrid,
  relations: readonly TableRelation[],
  elsewhere: ReadonlyMap<TableRelation, Elsewhere> = new Map(),
): JudgedTable {
  const computed = computedColumns(relations, grid);
  const of = new Map<string, JudgedInstance[]>();
  const families = relations.map((relation): JudgedFamily => {
    const judged = instancesOf(relation, grid, computed).map((instance) => {
      const quantities = quantitiesOf(instance);
      return { ...instance, verdict: judge(claimOf(instance, quantities), quantities, noWords) };
    });
    const { byModes, missing: lacking } = elsewhere.get(relation) ?? { byModes: [], missing: 0 };
    const modes = commonModes([
      ...judged.map(({ verdict }) => ({ modes: verdict.roundingModes, count: 1 })),
      ...byModes,
    ]);
    const instances = judged.map((one) => ({ ...one, modes, kind: kindBy(one.verdict, modes) }));
    const { agrees = [], contradicts = [], "base-missing": missing = [] } = Object.groupBy(
      instances,
      ({ kind }) => kind,
    );
    for (const instance of [...agrees, ...contradicts]) {
      for (const { id } of instance.cells) of.set(id, [...of.get(id) ?? [], instance]);
    }
    const hold = countAll(
      byModes.filter(({ modes: fitting }) => fitting.some((one) => modes.has(one))),
    );
    return {
      relation,
      instances,
      hold: agrees.length + hold,
      judged: agrees.length + contradicts.length + countAll(byModes),
      violated: contradicts,
      missing: missing.length + lacking,
    };
  });
  return { grid, families, of };
}

/** The verdict on an instance if some of its cells were printed otherwise. */
export function judgeWith(
  instance: JudgedInstance,
  changes: ReadonlyMap<string, Exact>,
): Verdict["kind"] {
  return kindBy(
    judge(instance.verdict.claim, quantitiesOf(instance, changes), noWords),
    instance.modes,
  );
}

function kindBy(
  { kind, roundingModes }: Verdict,
  modes: ReadonlySet<RoundingMode>,
): Verdict["kind"] {
  return kind === "agrees" && !roundingModes.some((mode) => modes.has(mode)) ? "contradicts" : kind;
}

function claimOf({ relation, where, period }: Instance, quantities: Quantities): Claim {
  const isZero = !isAdditive(relation.kind) &&
    relation.divisors.some((id) => quantities.get(id)?.asPrinted.low?.sign === 0);
  const isKnown = (id: string) =>
    quantities.get(id) !== undefined && !(isZero && relation.divisors.includes(id));
  return {
    ...relation,
    id: `${relation.result}: ${where} ${period}`.trim(),
    basis: "implied",
    result: isKnown(relation.result) && !isZero ? relation.result : null,
    operands: relation.operands.filter(isKnown),
    divisors: relation.divisors.filter(isKnown),
    missing: namesIn(relation).filter((id) => !isKnown(id))
      .map((id) => ({ id, label: { ru: id, en: id } })),
    relation,
    line: null,
    topic: "table",
    statement: { ru: where, en: where },
  };
}

/** How often a relation holds by just these ways of rounding; by none, where it does not. */
export interface ModeCount {
  readonly modes: readonly RoundingMode[];
  readonly count: number;
}

/** In which share of what holds a way of rounding has to fit to be the table's. */
const usual = 0.9;

/** The ways of rounding by which a relation holds wherever it does; all, where it holds too seldom to tell. */
export function commonModes(counts: readonly ModeCount[]): ReadonlySet<RoundingMode> {
  const holding = counts.filter(({ modes }) => modes.length > 0), all = countAll(holding);
  if (all < 6) return new Set(roundingModes);
  const common = roundingModes.filter((mode) =>
    countAll(holding.filter(({ modes }) => modes.includes(mode))) >= usual * all
  );
  return new Set(common.length > 0 ? common : roundingModes);
}

/** How often in all. */
export function countAll(counts: readonly ModeCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
