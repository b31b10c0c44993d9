import { type RoundingMode, roundingModes } from "../model/verdict.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import type { TableRelation } from "../preflight/table_relation.ts";

/** What a row is, where its mask does not say which ways of rounding fit. */
export const masks = { undecided: -1, missing: -2 } as const;

/** A column of numbers in `cells`, with what its header says of its unit. */
export interface SqlColumn {
  /** From 1. */
  readonly column: number;
  /** Of its header, such as `thousand-units`. */
  readonly unit: string;
}

/** A relation between columns, in one period. */
export interface SqlInstance {
  readonly family: TableRelation;
  readonly result: SqlColumn;
  readonly operands: readonly SqlColumn[];
  readonly divisors: readonly SqlColumn[];
}

/** The largest number of each column in `cells`, in units of its last decimal, and the most decimals of any. */
export interface Extent {
  readonly units: number;
  readonly decimals: number;
}

/** Columns to compute first, and the mask computed of them. */
export interface Computation {
  readonly columns: readonly string[];
  readonly mask: string;
}

export const decimal = "DECIMAL(38, 0)";

export function mostDecimals(
  columns: readonly SqlColumn[],
  extents: ReadonlyMap<number, Extent>,
): number {
  return Math.max(0, ...columns.map(({ column }) => extents.get(column)!.decimals));
}

/** By how much a unit multiplies what it counts: 1000 for thousands. */
export function factorOf(unit: string): number {
  return unitScale(unit).scale.valueOf();
}

/** 10 to the power of an expression from 0 to `most`. */
function powerSql(exponent: string, most: number): string {
  if (most === 0) return "1";
  const cases = Array.from({ length: most + 1 }, (_, power) => `WHEN ${power} THEN ${10 ** power}`);
  return `(CASE ${exponent} ${cases.join(" ")} ELSE 1 END)`;
}

/** How many units of the last decimal of a quotient's print one whole is. */
export function perUnit(
  { unit }: TableRelation,
  result: SqlColumn,
  extents: ReadonlyMap<number, Extent>,
): string {
  const { scale } = unitScale(unit || result.unit);
  const power = powerSql(`greatest(d${result.column}, 0)`, extents.get(result.column)!.decimals);
  return `${scale.toLowestTerms()[1]} * ${power}`;
}

/** The unit of a column's last decimal, in units of the last of `places` decimals. */
export function lastUnit(
  { column, unit }: SqlColumn,
  places: number,
  extents: ReadonlyMap<number, Extent>,
): string {
  // A column that prints no decimals needs no power of its own.
  const power = extents.get(column)!.decimals === 0
    ? String(10 ** places)
    : powerSql(`${places} - greatest(d${column}, 0)`, places);
  const factor = factorOf(unit);
  return factor === 1 ? power : `${power} * ${factor}`;
}

export function scaleSql(
  one: SqlColumn,
  places: number,
  extents: ReadonlyMap<number, Extent>,
): string {
  const unit = lastUnit(one, places, extents), value = `CAST(u${one.column} AS ${decimal})`;
  return unit === "1" ? value : `${value} * ${unit}`;
}

/** All ways of rounding: what is equal fits each. */
export const everyMode = 2 ** roundingModes.length - 1;

export function bits(test: (mode: RoundingMode) => string): string {
  return roundingModes.map((mode, bit) => `CASE WHEN ${test(mode)} THEN ${2 ** bit} ELSE 0 END`)
    .join(" + ");
}
