import { judge } from "../audit/judge.ts";
import type { Claim } from "../model/claim.ts";
import type { Exact } from "../model/interval.ts";
import { type RoundingMode, roundingModes, type Verdict } from "../model/verdict.ts";
import { observationOf, quantitiesOf } from "./instance_quantities.ts";
import {
  computedColumns,
  type Instance,
  instancesOf,
  type TableGrid,
  type TableRelation,
} from "./table_relation.ts";

/** An instance of a relation with its verdict. */
export interface JudgedInstance extends Instance {
  readonly verdict: Verdict;
  /** The verdict's, but that a relation which holds by a way of rounding of its own contradicts the others of its family. */
  readonly kind: Verdict["kind"];
  /** The ways of rounding by which the others of its family hold. */
  readonly modes: ReadonlySet<RoundingMode>;
  readonly claim: Claim;
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

/** How often a relation holds by just these ways of rounding; by none, where it does not. */
export interface ModeCount {
  readonly modes: readonly RoundingMode[];
  readonly count: number;
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
      const claim = claimOf(instance);
      return { ...instance, claim, verdict: judge(claim, quantitiesOf(instance), new Map()) };
    });
    const { byModes, missing } = elsewhere.get(relation) ?? { byModes: [], missing: 0 };
    const modes = commonModes([
      ...judged.map(({ verdict }) => ({ modes: verdict.roundingModes, count: 1 })),
      ...byModes,
    ]);
    const instances = judged.map((one): JudgedInstance => ({
      ...one,
      modes,
      kind: kindBy(one.verdict, modes),
    }));
    for (const instance of instances) {
      if (instance.kind === "base-missing") continue;
      for (const { id } of instance.cells) {
        const known = of.get(id);
        if (known) known.push(instance);
        else of.set(id, [instance]);
      }
    }
    const ofKind = (kind: Verdict["kind"]) =>
      instances.filter((instance) => instance.kind === kind);
    const hold = sum(byModes.filter(({ modes: fitting }) => fitting.some((one) => modes.has(one))));
    const violated = ofKind("contradicts");
    return {
      relation,
      instances,
      hold: ofKind("agrees").length + hold,
      judged: ofKind("agrees").length + violated.length + sum(byModes),
      violated,
      missing: ofKind("base-missing").length + missing,
    };
  });
  return { grid, families, of };
}

/** The verdict on an instance if some of its cells were printed otherwise. */
export function judgeWith(
  instance: JudgedInstance,
  changes: ReadonlyMap<string, Exact>,
): Verdict["kind"] {
  return kindBy(judge(instance.claim, quantitiesOf(instance, changes), new Map()), instance.modes);
}

/** In which share of what holds a way of rounding has to fit to be the table's. */
const usual = 0.9;

/** The ways of rounding by which a relation holds wherever it does; all, where it holds too seldom to tell. */
export function commonModes(counts: readonly ModeCount[]): ReadonlySet<RoundingMode> {
  const holding = counts.filter(({ modes }) => modes.length > 0), all = sum(holding);
  if (all < 6) return new Set(roundingModes);
  const common = roundingModes.filter((mode) =>
    sum(holding.filter(({ modes }) => modes.includes(mode))) >= usual * all
  );
  return new Set(common.length > 0 ? common : roundingModes);
}

function sum(counts: readonly ModeCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function kindBy(
  { kind, roundingModes }: Verdict,
  modes: ReadonlySet<RoundingMode>,
): Verdict["kind"] {
  return kind === "agrees" && !roundingModes.some((mode) => modes.has(mode)) ? "contradicts" : kind;
}

function claimOf(instance: Instance): Claim {
  const { relation, cells, where, period } = instance;
  const absent = (id: string) =>
    observationOf(cells.find((cell) => cell.id === id)!, instance) === undefined;
  const missing = [relation.result, ...relation.operands, ...relation.divisors].filter(absent);
  const divides = relation.divisors.some((id) => {
    const { read } = cells.find((cell) => cell.id === id)!;
    return read.form === "nil" || ("value" in read && read.value.compare(0) === 0);
  });
  const left = divides ? [...missing, ...relation.divisors] : missing;
  return {
    id: `${relation.result}: ${where} ${period}`.trim(),
    kind: relation.kind,
    basis: "implied",
    result: absent(relation.result) || divides ? null : relation.result,
    operands: relation.operands.filter((id) => !left.includes(id)),
    divisors: relation.divisors.filter((id) => !left.includes(id)),
    missing: left.map((id) => ({ id, label: { ru: id, en: id } })),
    relation,
    rule: "",
    line: null,
    topic: "table",
    statement: { ru: where, en: where },
  };
}
