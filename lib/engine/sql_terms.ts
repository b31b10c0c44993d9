import { type RoundingMode, roundingModes } from "../model/verdict.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import type { TableRelation } from "../preflight/table_relation.ts";
import { states } from "./cells_sql.ts";

/** What a row is, where its mask does not say which ways of rounding fit. */
export const masks = { undecided: -1, missing: -2 } as const;

/** The largest number of a column in `cells`, in units of its last decimal, and the most decimals of any. */
export interface Extent {
  readonly units: number;
  readonly decimals: number;
}

/** A column of numbers in `cells`, with what its header says of its unit. */
export interface SqlColumn extends Extent {
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
  /** By how much the unit of its result multiplies what it counts: 1 to 100 for per cent. */
  readonly scale: readonly [above: bigint, below: bigint];
}

/** Columns to compute first, and the mask computed of them. */
export interface Computation {
  readonly columns: readonly string[];
  readonly mask: string;
}

export const decimal = "DECIMAL(38, 0)";

export function mostDecimals(columns: readonly SqlColumn[]): number {
  return Math.max(0, ...columns.map(({ decimals }) => decimals));
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
export function perUnit({ result: { column, decimals }, scale }: SqlInstance): string {
  return `${scale[1]} * ${powerSql(`greatest(d${column}, 0)`, decimals)}`;
}

/** The unit of a column's last decimal, in units of the last of `places` decimals. */
export function lastUnit({ column, unit, decimals }: SqlColumn, places: number): string {
  // A column that prints no decimals needs no power of its own.
  const power = decimals === 0
    ? String(10 ** places)
    : powerSql(`${places} - greatest(d${column}, 0)`, places);
  const factor = factorOf(unit);
  return factor === 1 ? power : `${power} * ${factor}`;
}

export function scaleSql(one: SqlColumn, places: number): string {
  const unit = lastUnit(one, places), value = `CAST(u${one.column} AS ${decimal})`;
  return unit === "1" ? value : `${value} * ${unit}`;
}

/** All ways of rounding: what is equal fits each. */
export const everyMode = 2 ** roundingModes.length - 1;

export function bits(test: (mode: RoundingMode) => string): string {
  return roundingModes.map((mode, bit) => `CASE WHEN ${test(mode)} THEN ${2 ** bit} ELSE 0 END`)
    .join(" + ");
}

/** An end of the numbers that a print may stand for: twice the number, and whether it is one of them. */
export interface SqlEnd {
  readonly twice: string;
  readonly included: string;
}

export function negate({ twice, included }: SqlEnd): SqlEnd {
  return { twice: `-(${twice})`, included };
}

export function sumOfEnds(ends: readonly SqlEnd[]): SqlEnd {
  return {
    twice: ends.map(({ twice }) => twice).join(" + "),
    included: ends.map(({ included }) => included).join(" AND "),
  };
}

export function isBelowSql(a: SqlEnd, b: SqlEnd): string {
  return `(${a.twice} < ${b.twice} OR (${a.twice} = ${b.twice} AND ${a.included} AND ${b.included}))`;
}

/** How far a rounded number may be from its print, towards zero and away from it, in halves of its last unit, and whether it gets there. */
const reaches: Readonly<
  Record<RoundingMode, {
    readonly zero: number;
    readonly away: number;
    readonly includesZero: string;
    readonly includesAway: string;
  }>
> = {
  "half-up": { zero: 1, away: 1, includesZero: "TRUE", includesAway: "FALSE" },
  "half-down": { zero: 1, away: 1, includesZero: "FALSE", includesAway: "TRUE" },
  "half-even": { zero: 1, away: 1, includesZero: "even", includesAway: "even" },
  "down": { zero: 0, away: 2, includesZero: "TRUE", includesAway: "FALSE" },
  "up": { zero: 2, away: 0, includesZero: "FALSE", includesAway: "TRUE" },
};

/**
 * A column whose numbers were rounded: its value, its last unit (0 where the number is exact), its sign and whether its last
 * digit is even.
 */
export function roundedColumn(
  one: SqlColumn,
  name: string,
  { places, isExact }: {
    readonly places: number;
    /** When the number is exact, other than where it is nil. */
    readonly isExact?: string;
  },
) {
  const exact = `d${one.column} = ${states.nil}${isExact ? ` OR ${isExact}` : ""}`;
  const columns = [
    `2 * ${scaleSql(one, places)} AS ${name}v`,
    `CASE WHEN ${exact} THEN 0 ELSE ${lastUnit(one, places)} END AS ${name}w`,
    `sign(u${one.column}) AS ${name}s`,
    `u${one.column} % 2 = 0 AS ${name}even`,
  ];
  const choose = (below: string | number, at: string | number, above: string | number) =>
    below === above && at === above
      ? String(above)
      : `(CASE ${name}s WHEN 1 THEN ${above} WHEN -1 THEN ${below} ELSE ${at} END)`;
  const ends = (mode: RoundingMode): { low: SqlEnd; high: SqlEnd } => {
    const { zero, away, includesZero, includesAway } = reaches[mode];
    const included = (below: string, above: string) =>
      `(${name}w = 0 OR ${choose(below, includesAway, above).replaceAll("even", `${name}even`)})`;
    return {
      low: {
        twice: `(${name}v - ${choose(away, away, zero)} * ${name}w)`,
        included: included(includesAway, includesZero),
      },
      high: {
        twice: `(${name}v + ${choose(zero, away, away)} * ${name}w)`,
        included: included(includesZero, includesAway),
      },
    };
  };
  /** Twice a number below all for which the print may stand. */
  const bottom = `${name}v - 2 * ${name}w`;
  return { columns, ends, bottom };
}

/** A column whose numbers were rounded, as {@linkcode roundedColumn} gives it. */
export type RoundedColumn = ReturnType<typeof roundedColumn>;

/** A column whose numbers count as they are printed: both ends are the number itself. */
export function exactColumn(
  one: SqlColumn,
  name: string,
  { places }: { readonly places: number },
): RoundedColumn {
  const end: SqlEnd = { twice: `${name}v`, included: "TRUE" };
  const columns = [`2 * ${scaleSql(one, places)} AS ${name}v`];
  return { columns, ends: () => ({ low: end, high: end }), bottom: end.twice };
}
