import type { RoundingMode } from "../model/verdict.ts";
import { type Extent, lastUnit, scaleSql, type SqlColumn } from "./sql_terms.ts";
import { states } from "./cells_sql.ts";

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
export const reaches: Readonly<
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
  { places, extents, isExact }: {
    readonly places: number;
    readonly extents: ReadonlyMap<number, Extent>;
    /** When the number is exact, other than where it is nil. */
    readonly isExact?: string;
  },
) {
  const exact = `d${one.column} = ${states.nil}${isExact ? ` OR ${isExact}` : ""}`;
  const columns = [
    `2 * ${scaleSql(one, places, extents)} AS ${name}v`,
    `CASE WHEN ${exact} THEN 0 ELSE ${lastUnit(one, places, extents)} END AS ${name}w`,
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
