import { judge, namesIn } from "../audit/judge.ts";
import { type Quantities, type Quantity, quantityOf } from "../audit/quantity.ts";
import type { Claim } from "../model/claim.ts";
import type { Exact } from "../model/interval.ts";
import type { Observation } from "../model/observation.ts";
import { type RoundingMode, roundingModes, type Verdict } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { isChange, unitOf } from "./period.ts";
import type { PlacedCell, TableGrid } from "./table.ts";
import {
  computedColumns,
  type Instance,
  instancesOf,
  isAdditive,
  type TableRelation,
} from "./table_relation.ts";

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
    const judged = instancesOf(relation, grid, computed).map((instance) => ({
      ...instance,
      verdict: judge(claimOf(instance), quantitiesOf(instance), new Map()),
    }));
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
    const hold = sum(byModes.filter(({ modes: fitting }) => fitting.some((one) => modes.has(one))));
    return {
      relation,
      instances,
      hold: agrees.length + hold,
      judged: agrees.length + contradicts.length + sum(byModes),
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
    judge(instance.verdict.claim, quantitiesOf(instance, changes), new Map()),
    instance.modes,
  );
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
  const numbers = new Map(cells.map((cell) => [cell.id, observationOf(cell, instance)]));
  const isZero = relation.divisors.some((id) => numbers.get(id)?.value === 0);
  const isKnown = (id: string) =>
    numbers.get(id) !== undefined && !(isZero && relation.divisors.includes(id));
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

/** A cell as an observation of the place it has in a relation; `undefined` where it prints no number. */
export function observationOf(cell: PlacedCell, instance: Instance): Observation | undefined {
  const { read } = cell, isResult = cell.id === instance.relation.result;
  // One operand alone is no sum.
  const isPartly = instance.cells.slice(1)
    .filter(({ read }) => "value" in read || read.form === "nil").length > 1;
  const isNil = read.form === "nil" ||
    (read.form === "blank" && !isResult && instance.family.blank === "nil" && isPartly);
  if (!isNil && !("value" in read)) return undefined;
  const value = "value" in read ? read.value : exact(0);
  // The scale of a number counts in quotients only, where that of others may differ.
  const scale = isAdditive(instance.family)
    ? "units"
    : unitOf(instance.family.each === "row" ? cell.column.name : cell.row.name);
  return {
    id: cell.id,
    ...{ indicator: "any", population: "all", scope: "all", territory: "all" },
    // A change between two periods may have the other sign.
    period: isChange(cell.column.name) ? "2000/2001" : "2000",
    value: value.valueOf(),
    unit: isResult && instance.family.unit !== "" ? instance.family.unit : scale,
    form: "value" in read ? read.form : "nil",
    printed: cell.printed,
    line: cell.row.number,
    decimals: "value" in read ? read.decimals : 0,
    ...("value" in read && read.form === "range" && { spread: read.spread.valueOf() }),
  };
}

/** Whether a number of an instance counts as rounded: what a quotient gives, and all that was computed from unrounded numbers. */
export function isRounded(cell: PlacedCell, { family, relation }: Instance): boolean {
  if (!isAdditive(family) && cell.id === relation.result) return true;
  if (family.computed === "as-printed") return false;
  return isAdditive(family) || ("decimals" in cell.read && cell.read.decimals !== 0);
}

/** The numbers that an instance reads. */
export function quantitiesOf(
  instance: Instance,
  changes: ReadonlyMap<string, Exact> = new Map(),
): Quantities {
  const known = new Map<string, Quantity>();
  for (const cell of instance.cells) {
    const observation = observationOf(cell, instance);
    if (observation === undefined) continue;
    const value = changes.get(cell.id)?.valueOf();
    const changed = value === undefined
      ? observation
      : { ...observation, value, form: "number" as const };
    known.set(cell.id, quantityOf(changed, isRounded(cell, instance)));
  }
  return known;
}
