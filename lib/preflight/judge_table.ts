import { sum } from "d3-array";
import { type Constraint, constraintsByCell, kindUnder } from "../audit/constraint_network.ts";
import { judge, namesIn } from "../audit/judge.ts";
import { isAdditive, type Quantities, type Quantity, quantityOf } from "../audit/quantity.ts";
import { type Claim, termsOfClaim } from "../model/claim.ts";
import type { Observation } from "../model/observation.ts";
import { type RoundingMode, roundingModes } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { unitOf } from "./period.ts";
import type { PlacedCell, TableGrid } from "./table.ts";
import {
  computedColumns,
  type Instance,
  instancesOf,
  type TableRelation,
} from "./table_relation.ts";

/** A table has no trends. */
const noWords = new Map<string, never>();

/** An instance of a relation with its verdict, by the ways of rounding by which the others of its family hold. */
export interface JudgedInstance extends Instance, Constraint {}

/** A table that was judged: what a search for misprints reads. */
export type JudgedTable = ReturnType<typeof judgeTable>;

/** A relation with how many of its instances hold. */
export type JudgedFamily = JudgedTable["families"][number];

/** What was found of a relation in rows that are not here. */
export interface Elsewhere {
  readonly byModes: readonly ModeCount[];
  readonly missing: number;
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
) {
  const computed = computedColumns(relations, grid);
  const families = relations.map((relation) => {
    const verdicts = new Map(
      instancesOf(relation, grid, computed).map((instance) => {
        const quantities = quantitiesOf(instance, grid);
        return [instance, judge(claimOf(instance, quantities), quantities, noWords)];
      }),
    );
    const { byModes, missing: lacking } = elsewhere.get(relation) ?? { byModes: [], missing: 0 };
    const own = verdicts.values().map(({ roundingModes: modes }) => ({ modes, count: 1 }));
    const modes = commonModes([...own, ...byModes]);
    const instances = Array.from(verdicts, ([instance, verdict]): JudgedInstance => {
      let values: Quantities | undefined;
      return {
        ...instance,
        verdict,
        modes,
        words: noWords,
        kind: kindUnder(modes, verdict),
        ids: instance.cells.map(({ id }) => id),
        // What its cells print is read when it is judged again.
        get values() {
          return values ??= quantitiesOf(instance, grid);
        },
        observationOf(id) {
          const cell = instance.cells.find((cell) => cell.id === id);
          return cell && observationOf(cell, instance, grid);
        },
      };
    });
    const ofKind = Object.groupBy(instances, ({ kind }) => kind);
    const { agrees = [], contradicts: violated = [], "base-missing": missing = [] } = ofKind;
    const holding = byModes.filter(({ modes: fitting }) => fitting.some((one) => modes.has(one)));
    return {
      relation,
      instances,
      violated,
      hold: agrees.length + sum(holding, countOf),
      /** How many could be judged. */
      judged: agrees.length + violated.length + sum(byModes, countOf),
      /** How many lack a number. */
      missing: missing.length + lacking,
    };
  });
  const judged = families.flatMap(({ instances }) => instances)
    .filter(({ kind }) => kind !== "base-missing");
  /** The judged instances that name a cell, by its id. */
  const of = constraintsByCell(judged);
  return { grid, families, of };
}

/** The numbers that an instance reads. */
function quantitiesOf(instance: Instance, grid: TableGrid): Quantities {
  const observations = instance.cells.flatMap((cell) => observationOf(cell, instance, grid) ?? []);
  return new Map(
    observations.map((one): [string, Quantity] => [one.id, quantityOf(one, one.decimals !== 0)]),
  );
}

/** A cell as an observation of the place it has in a relation; `undefined` where it prints no number. */
function observationOf(
  cell: PlacedCell,
  instance: Instance,
  { signed }: TableGrid,
): Observation | undefined {
  const { read } = cell, isResult = cell.id === instance.relation.result;
  // One operand alone is no sum.
  const isPartly = () =>
    instance.cells.slice(1)
      .filter(({ read }) => "value" in read || read.form === "nil").length > 1;
  const isNil = read.form === "nil" ||
    (read.form === "blank" && !isResult && instance.family.blank === "nil" && isPartly());
  const number = "value" in read ? read : { value: exact(0), form: "nil", decimals: 0 } as const;
  if (!isNil && number.form === "nil") return undefined;
  // The scale of a number counts in quotients only, where that of others may differ.
  const { kind, unit } = instance.family;
  const isChange = cell.column.header.isChange ||
    (isResult && (kind === "difference" || kind === "growth"));
  const scale = isAdditive(kind)
    ? "units"
    : instance.family.each === "row"
    ? cell.column.header.unit
    : unitOf(cell.row.name);
  return {
    id: cell.id,
    indicator: "any",
    population: "all",
    scope: "all",
    territory: "all",
    // A change between two periods may have the other sign.
    period: isChange || signed.has(cell.row) || signed.has(cell.column) ? "2000/2001" : "2000",
    value: number.value.valueOf(),
    unit: (isResult || kind === "shares") && unit !== "" ? unit : scale,
    form: number.form,
    printed: cell.printed,
    line: cell.row.number,
    decimals: number.decimals,
    ...(number.form === "range" && { spread: number.spread.valueOf() }),
  };
}

function claimOf({ relation, where, period }: Instance, quantities: Quantities): Claim {
  const isZero = !isAdditive(relation.kind) &&
    relation.divisors.some((id) => quantities.get(id)?.asPrinted.low?.sign === 0);
  const missing = namesIn(relation).filter((id) =>
    quantities.get(id) === undefined || (isZero && relation.divisors.includes(id))
  );
  return {
    ...termsOfClaim(relation, missing),
    ...(isZero && { result: null }),
    id: `${relation.result}: ${where} ${period}`.trim(),
    basis: "implied",
    missing: missing.map((id) => ({ id, label: { ru: id, en: id } })),
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

const countOf = ({ count }: ModeCount) => count;

/** In which share of what holds a way of rounding has to fit to be the table's. */
const usual = 0.9;

/** The ways of rounding by which a relation holds wherever it does; all, where it holds too seldom to tell. */
export function commonModes(counts: readonly ModeCount[]): ReadonlySet<RoundingMode> {
  const holding = counts.filter(({ modes }) => modes.length > 0), all = sum(holding, countOf);
  const common = roundingModes.filter((mode) =>
    sum(holding.filter(({ modes }) => modes.includes(mode)), countOf) >= usual * all
  );
  return new Set(all < 6 || common.length === 0 ? roundingModes : common);
}
