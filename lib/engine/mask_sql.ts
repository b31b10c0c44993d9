import { isAdditive } from "../audit/quantity.ts";
import { type RoundingMode, roundingModes } from "../model/verdict.ts";
import type { TableRelation } from "../preflight/table_relation.ts";
import { quoteSql, states } from "./cells_sql.ts";

/** What a row is, where its mask does not say which ways of rounding fit. */
export const masks = { undecided: -1, missing: -2 } as const;

/** The largest number of a column in `cells`, in units of its last decimal, and the most decimals of any. */
export interface Extent {
  readonly units: number;
  readonly decimals: number;
}

/** A column of numbers in `cells`. */
export interface SqlColumn extends Extent {
  /** From 1. */
  readonly column: number;
  /** How many one of its numbers stands for: 1000 in a quotient where its header says thousands. */
  readonly factor: number;
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

/**
 * The query that says of each row of `cells` by which ways of rounding a relation holds: `n`, and as `mask` a bit for each
 * of {@linkcode roundingModes}, 0 for none, or one of {@linkcode masks}.
 *
 * All is computed in whole numbers: quotients are settled by multiplying across. A row that holds numbers of other forms,
 * a divisor below 0, or an operand of a rounded quotient that may be 0, is left to the exact audit.
 *
 * @param instance The relation.
 */
export function maskQuery(instance: SqlInstance): string {
  const { family, result, operands, divisors } = instance;
  const all = [result, ...operands, ...divisors];
  const isOther = all.map(({ column, decimals }) =>
    `d${column} = ${states.other} OR d${column} > ${decimals}`
  );
  const known = all.slice(1).map((one) => `CASE WHEN ${isKnown([one])} THEN 1 ELSE 0 END`);
  const missing = all.map((one) =>
    one !== result && family.blank === "nil"
      ? `(d${one.column} = ${states.notTold} OR ` +
        `(d${one.column} = ${states.blank} AND ${known.join(" + ")} < 2))`
      : `d${one.column} IN (${states.blank}, ${states.notTold})`
  );
  const byNil = (isAdditive(family.kind) ? [] : divisors).map((one) =>
    `(${isKnown([one])} AND u${one.column} = 0)`
  );
  const state = `CASE WHEN ${isOther.join(" OR ")} THEN ${masks.undecided} ` +
    `WHEN ${[...missing, ...byNil].join(" OR ")} THEN ${missingSql(instance)} ELSE 0 END AS state`;
  const { columns, mask } = isTooLarge(instance)
    ? { columns: [], mask: masks.undecided }
    : computeMask(instance);
  const kept = family.except.length === 0
    ? "cells"
    : `cells WHERE name NOT IN (${family.except.map(quoteSql).join(", ")})`;
  return `SELECT n, CASE WHEN state < 0 THEN state ELSE ${mask} END AS mask ` +
    `FROM (SELECT n, ${[state, ...columns].join(", ")} FROM ${kept}) AS stated`;
}

function isKnown(columns: readonly SqlColumn[]): string {
  return columns.map(({ column }) => `d${column} >= ${states.nil}`).join(" AND ");
}

/**
 * What a row is that lacks a number: one that no whole number could stand for is judged exactly, as 38.0 % of 27 things.
 *
 * Where the other number is large, some whole number always fits.
 */
function missingSql(instance: SqlInstance): string {
  const { family, result, operands, divisors } = instance;
  if (family.kind !== "share" && family.kind !== "growth") return String(masks.missing);
  const sum = (columns: readonly SqlColumn[]) =>
    columns.map(({ column }) => `greatest(u${column}, 0)`).join(" + ");
  const one = `CAST(${perUnit(instance)} AS DOUBLE PRECISION)`;
  const printed = `(u${result.column} + ${family.kind === "growth" ? one : "0.0"})`;
  return `CASE WHEN ${isKnown([result])} AND (` +
    `(${isKnown(divisors)} AND ${sum(divisors)} < 2 * ${one}) OR ` +
    `(${isKnown(operands)} AND (${sum(operands)}) * ${one} < 2 * ${printed} * ${printed})` +
    `) THEN ${masks.undecided} ELSE ${masks.missing} END`;
}

function mostDecimals(columns: readonly SqlColumn[]): number {
  return Math.max(0, ...columns.map(({ decimals }) => decimals));
}

/** Whether a product could have more digits than a number of the engine holds. */
function isTooLarge({ result, operands, divisors, scale }: SqlInstance): boolean {
  const places = mostDecimals([result, ...operands, ...divisors]);
  if (places > 9) return true;
  const size = (columns: readonly SqlColumn[]) =>
    columns.reduce((sum, { units, factor }) => sum + 4 * (units + 2) * 10 ** places * factor, 1);
  const [above, below] = scale.map(Number);
  const own = below * 10 ** places, printed = size([result]) * above;
  return size(operands) * own > 1e37 || (printed + own) * size(divisors) > 1e37;
}

/** 10 to the power of an expression from 0 to `most`. */
function powerSql(exponent: string, most: number): string {
  const cases = Array.from({ length: most + 1 }, (_, power) => `WHEN ${power} THEN ${10 ** power}`);
  return most === 0 ? "1" : `(CASE ${exponent} ${cases.join(" ")} ELSE 1 END)`;
}

/** How many units of the last decimal of a quotient's print one whole is. */
function perUnit({ result: { column, decimals }, scale }: SqlInstance): string {
  return `${scale[1]} * ${powerSql(`greatest(d${column}, 0)`, decimals)}`;
}

/** An end of the numbers that a print may stand for: twice the number, and what is above 0 unless it is one of them. */
interface SqlEnd {
  readonly twice: string;
  readonly open: string;
}

/** Numbers added up, as columns to compute first, and what they may have been before they were rounded. */
interface SqlSum {
  readonly columns: readonly string[];
  ends(mode: RoundingMode): readonly [low: SqlEnd, high: SqlEnd];
  /** Twice a number below all of those. */
  readonly bottom: string;
}

/** Which of its columns say how far a rounded sum may be from its print, below and above. */
type Reach = readonly [below: string, above: string];
const towards: Reach = ["zn", "pz"], away: Reach = ["p", "n"], half: Reach = ["pzn", "pzn"];

/**
 * How far a way of rounding reaches, and which of the ends it does not get to, by the last units of what counts above 0
 * (`p`), is 0 (`z`) or counts below (`n`), and by how many last digits are odd (`o`).
 */
const reaches: Readonly<Record<RoundingMode, { readonly reach: Reach; readonly open: Reach }>> = {
  "half-up": { reach: half, open: towards },
  "half-even": { reach: half, open: ["o", "o"] },
  "half-down": { reach: half, open: away },
  "down": { reach: towards, open: towards },
  "up": { reach: away, open: away },
};

/** A number of a sum: which was rounded unless it is nil, or also unless it has decimals, or never. */
interface SqlTerm extends SqlColumn {
  readonly rounded: "always" | "decimals" | "never";
  readonly isMinus?: boolean;
}

/** The sum of numbers, in units of the last of so many decimals. */
function sumSql(terms: readonly SqlTerm[], name: string, places: number, start = 0): SqlSum {
  const parts = terms.map(({ column, decimals, factor, rounded, isMinus }) => {
    // A column that prints no decimals needs no power of its own.
    const power = decimals === 0
      ? String(10 ** places)
      : powerSql(`${places} - greatest(d${column}, 0)`, places);
    const unit = `CAST(${power} AS DECIMAL(38, 0)) * ${factor}`;
    const isRounded = `d${column} > ${rounded === "always" ? states.nil : 0} AND u${column}`;
    const offIf = (test: string) => `CASE WHEN ${isRounded} ${test} THEN ${unit} ELSE 0 END`;
    const [above, below] = isMinus ? ["< 0", "> 0"] : ["> 0", "< 0"];
    return {
      v: `${isMinus ? "-" : ""}u${column} * ${unit}`,
      ...(rounded !== "never" && {
        ...{ p: offIf(above), z: offIf("= 0"), n: offIf(below) },
        o: `CASE WHEN ${isRounded} % 2 <> 0 THEN 1 ELSE 0 END`,
      }),
    };
  });
  const isExact = terms.every(({ rounded }) => rounded === "never");
  const total = (of: keyof typeof parts[number]) => parts.map(({ [of]: term }) => term).join(" + ");
  const of = (letters: string) => `(${[...letters].map((one) => name + one).join(" + ")})`;
  const printed = `${name}v`;
  const factors = (mode: RoundingMode) => mode.startsWith("half") ? 1 : 2;
  return {
    columns: [
      `2 * (${start} + ${total("v")}) AS ${printed}`,
      ...isExact ? [] : (["p", "z", "n", "o"] as const).map((of) => `${total(of)} AS ${name}${of}`),
    ],
    bottom: isExact ? printed : `${printed} - 2 * ${of("pzn")}`,
    ends(mode) {
      if (isExact) return [{ twice: printed, open: "0" }, { twice: printed, open: "0" }];
      const { reach, open } = reaches[mode], times = factors(mode);
      return [
        { twice: `(${printed} - ${times} * ${of(reach[0])})`, open: of(open[0]) },
        { twice: `(${printed} + ${times} * ${of(reach[1])})`, open: of(open[1]) },
      ];
    },
  };
}

/** Columns to compute first, and the mask of a row computed of them. */
function computeMask(instance: SqlInstance): { columns: readonly string[]; mask: string } {
  const { family: { kind, computed }, result, operands, divisors, scale: [times] } = instance;
  const isSum = isAdditive(kind), isPrinted = computed === "as-printed";
  const rounded = isPrinted ? "never" : isSum ? "always" : "decimals";
  const isMinus = (at: number) => kind === "shares" || (kind === "difference" && at > 0);
  const plus = operands.map((one, at): SqlTerm => ({ ...one, rounded, isMinus: isMinus(at) }));
  const minus = divisors.map((one): SqlTerm => ({ ...one, rounded, isMinus: isSum }));
  const own = { ...result, rounded: isSum ? rounded : "always" } as const;
  const places = mostDecimals([...isSum ? [result] : [], ...operands, ...divisors]);
  const whole = kind === "shares" ? 100 * 10 ** places : 0;
  const above = sumSql(isSum ? [...plus, ...minus] : plus, "a", places, whole);
  const printed = isSum ? sumSql([own], "r", places) : sumSql([{ ...own, decimals: 0 }], "r", 0);
  const below = isSum ? undefined : sumSql(minus, "b", places);
  const bits = roundingModes.map((mode, bit) => {
    const [aLow, aHigh] = above.ends(mode), [rLow, rHigh] = printed.ends(mode);
    const [bLow, bHigh] = below?.ends(mode) ?? [];
    const whole = kind === "growth" ? " + 2 * one" : "";
    const product = (r: SqlEnd, b?: SqlEnd) =>
      b ? `(${times} * ${r.twice}${whole}) * (${b.twice})` : r.twice;
    const quotient = (a: SqlEnd) => isSum ? a.twice : `2 * one * ${a.twice}`;
    const isBelow = (one: string, other: string, ends: readonly (SqlEnd | undefined)[]) =>
      `(${one} < ${other} OR (${one} = ${other} AND ` +
      `${ends.flatMap((end) => end ? [end.open] : []).join(" + ")} = 0))`;
    return `CASE WHEN ${
      isBelow(quotient(aLow), product(rHigh, bHigh), [aLow, rHigh, bHigh])
    } AND ` +
      `${isBelow(product(rLow, bLow), quotient(aHigh), [rLow, bLow, aHigh])} ` +
      `THEN ${2 ** bit} ELSE 0 END`;
  });
  const mask = isSum && isPrinted ? "0" : bits.join(" + ");
  // Of rounded parts the ends of a quotient are known above 0 only.
  const undecided = below &&
    `${[below, ...isPrinted ? [] : [above]].map(({ bottom }) => `${bottom} <= 0`).join(" OR ")}`;
  return {
    columns: [
      ...isSum ? [] : [`CAST(${perUnit(instance)} AS DECIMAL(38, 0)) AS one`],
      ...[above, printed, ...below ? [below] : []].flatMap(({ columns }) => columns),
    ],
    mask: undecided
      ? `CASE WHEN ${undecided} THEN ${masks.undecided} ELSE ${mask} END`
      : `CASE WHEN av = rv THEN ${2 ** roundingModes.length - 1} ELSE ${mask} END`,
  };
}
