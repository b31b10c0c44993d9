import { judge } from "../audit/judge.ts";
import { type Quantities, type Quantity, quantityOf } from "../audit/quantities.ts";
import type { Claim } from "../model/claim.ts";
import type { Observation } from "../model/observation.ts";
import type { Verdict } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import type { Exact } from "../model/interval.ts";
import {
  computedColumns,
  type Instance,
  instancesOf,
  type PlacedCell,
  type TableGrid,
  type TableRelation,
} from "./table_relation.ts";
import { isChange, unitOf } from "./period.ts";

/** An instance of a relation with its verdict. */
export interface JudgedInstance extends Instance {
  readonly verdict: Verdict;
  readonly claim: Claim;
}

/** A relation with how many of its instances hold. */
export interface JudgedFamily {
  readonly relation: TableRelation;
  readonly instances: readonly JudgedInstance[];
  readonly hold: number;
  readonly violated: readonly JudgedInstance[];
  /** How many lack a number. */
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
 */
export function judgeTable(grid: TableGrid, relations: readonly TableRelation[]): JudgedTable {
  const computed = computedColumns(relations, grid);
  const of = new Map<string, JudgedInstance[]>();
  const families = relations.map((relation): JudgedFamily => {
    const instances = instancesOf(relation, grid, computed).map((instance): JudgedInstance => {
      const claim = claimOf(instance);
      return { ...instance, claim, verdict: judge(claim, quantitiesOf(instance), new Map()) };
    });
    for (const instance of instances) {
      if (instance.verdict.kind === "base-missing") continue;
      for (const { id } of instance.cells) {
        const known = of.get(id);
        if (known) known.push(instance);
        else of.set(id, [instance]);
      }
    }
    const count = (kind: Verdict["kind"]) =>
      instances.filter(({ verdict }) => verdict.kind === kind);
    return {
      relation,
      instances,
      hold: count("agrees").length,
      violated: count("contradicts"),
      missing: count("base-missing").length,
    };
  });
  return { grid, families, of };
}

/** The verdict on an instance if some of its cells were printed otherwise. */
export function judgeWith(
  instance: JudgedInstance,
  changes: ReadonlyMap<string, Exact>,
): Verdict["kind"] {
  return judge(instance.claim, quantitiesOf(instance, changes), new Map()).kind;
}

/** A cell as an observation of the place it has in a relation; `undefined` where it prints no number. */
export function observationOf(cell: PlacedCell, instance: Instance): Observation | undefined {
  const { read } = cell, isResult = cell.id === instance.relation.result;
  const isNil = read.form === "nil" ||
    (read.form === "blank" && !isResult && instance.family.blank === "nil" && isPartly(instance));
  if (!isNil && !("value" in read)) return undefined;
  const value = "value" in read ? read.value : exact(0);
  return {
    id: cell.id,
    indicator: "any",
    population: "all",
    scope: "all",
    territory: "all",
    // A change between two periods may have the other sign.
    period: isChange(cell.column.name) ? "2000/2001" : "2000",
    value: value.valueOf(),
    unit: isResult && instance.family.unit !== "" ? instance.family.unit : scaleOf(cell, instance),
    form: "value" in read ? read.form : "nil",
    printed: cell.printed,
    line: cell.row.number,
    decimals: "value" in read ? read.decimals : 0,
    ...("value" in read && read.form === "range" && { spread: read.spread.valueOf() }),
  };
}

/** The unit of a number: its scale counts in quotients only, where that of others may differ. */
function scaleOf({ row, column }: PlacedCell, { family }: Instance): string {
  if (family.kind === "sum" || family.kind === "difference") return "units";
  return unitOf(family.each === "row" ? column.name : row.name);
}

/** Whether a number of an instance counts as rounded: what a quotient gives, and all that was computed from unrounded numbers. */
export function isRounded(cell: PlacedCell, { family, relation }: Instance): boolean {
  const isQuotient = family.kind !== "sum" && family.kind !== "difference";
  if (isQuotient && cell.id === relation.result) return true;
  if (family.computed === "as-printed") return false;
  return !isQuotient || ("decimals" in cell.read && cell.read.decimals !== 0);
}

/** Whether enough operands of an instance are printed for it to say something: one alone is no sum. */
function isPartly({ cells }: Instance): boolean {
  return cells.slice(1).filter(({ read }) => "value" in read || read.form === "nil").length > 1;
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
    const value = changes.get(cell.id);
    const changed = value === undefined
      ? observation
      : { ...observation, value: value.valueOf(), form: "number" as const };
    known.set(cell.id, quantityOf(changed, isRounded(cell, instance)));
  }
  return known;
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
