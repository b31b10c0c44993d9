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
  /** What one of its numbers counts as: 1000 in a quotient where its header says thousands, below 0 what is taken away. */
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
  const largest = largestProduct(instance);
  const { columns, mask } = largest > 1e37
    ? { columns: [], mask: masks.undecided }
    : computeMask(instance, largest < 1e18 ? "BIGINT" : "DECIMAL(38, 0)");
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

/** What no product is larger than that is compared. */
function largestProduct({ result, operands, divisors, scale }: SqlInstance): number {
  const places = mostDecimals([result, ...operands, ...divisors]);
  if (places > 9) return Infinity;
  const size = (columns: readonly SqlColumn[]) =>
    columns.reduce((sum, { units, factor }) => sum + 4 * (units + 2) * 10 ** places * factor, 1);
  const [above, below] = scale.map(Number);
  const own = below * 10 ** places, printed = size([result]) * above;
  return Math.max(size(operands) * own, (printed + own) * size(divisors));
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

/** Which numbers of a sum were rounded: all but what is nil, those with decimals, or none. */
type Rounded = "all" | "fine" | "none";

/** A sum that is the same however its numbers were rounded. */
function exactSum(columns: readonly string[], twice: string) {
  const end: SqlEnd = { twice, open: "0" };
  return { columns, bottom: twice, endsIn: (_: RoundingMode) => [end, end] as const };
}

/**
 * Numbers added up in units of the last of so many decimals: columns to compute first, the ends of what they may have been
 * before they were rounded, and twice a number below all of those.
 */
function sumSql(name: string, summed: readonly SqlColumn[], { type, places, rounded, start = 0 }: {
  readonly type: string;
  readonly places: number;
  readonly rounded: Rounded;
  readonly start?: number;
}): ReturnType<typeof exactSum> {
  const terms = summed.map(({ column, decimals, factor }) => {
    // A column that prints no decimals needs no power of its own.
    const power = decimals === 0
      ? String(10 ** places)
      : powerSql(`${places} - greatest(d${column}, 0)`, places);
    const unit = (factor: number) => `CAST(${power} AS ${type}) * ${factor}`;
    const own = `d${column} > ${rounded === "all" ? states.nil : 0} AND u${column}`;
    const offIf = (test: string, off = unit(Math.abs(factor))) =>
      `CASE WHEN ${own} ${test} THEN ${off} ELSE 0 END`;
    const [p, n] = [offIf("> 0"), offIf("< 0")], z = offIf("= 0"), o = offIf("% 2 <> 0", "1");
    return { v: `u${column} * ${unit(factor)}`, z, o, ...(factor < 0 ? { p: n, n: p } : { p, n }) };
  });
  const total = (of: keyof typeof terms[number]) => terms.map(({ [of]: term }) => term).join(" + ");
  const of = (letters: string) => `(${[...letters].map((one) => name + one).join(" + ")})`;
  const printed = `${name}v`, value = `2 * (${start} + ${total("v")}) AS ${printed}`;
  if (rounded === "none") return exactSum([value], printed);
  return {
    columns: [
      value,
      ...(["p", "z", "n", "o"] as const).map((of) => `${total(of)} AS ${name}${of}`),
    ],
    bottom: `${printed} - 2 * ${of("pzn")}`,
    endsIn(mode) {
      const { reach, open } = reaches[mode], times = mode.startsWith("half") ? 1 : 2;
      return [
        { twice: `(${printed} - ${times} * ${of(reach[0])})`, open: of(open[0]) },
        { twice: `(${printed} + ${times} * ${of(reach[1])})`, open: of(open[1]) },
      ];
    },
  };
}

/** Columns to compute first in numbers of a type, and the mask of a row computed of them: of a sum as of a quotient by 1. */
function computeMask(
  instance: SqlInstance,
  type: string,
): { columns: readonly string[]; mask: string } {
  const { family: { kind, computed }, result, operands, divisors, scale } = instance;
  const isSum = isAdditive(kind), isPrinted = computed === "as-printed";
  const rounded = isPrinted ? "none" : isSum ? "all" : "fine";
  const places = mostDecimals([...isSum ? [result] : [], ...operands, ...divisors]);
  const negate = (one: SqlColumn) => ({ ...one, factor: -one.factor });
  const kept = kind === "shares" ? 0 : kind === "difference" ? 1 : operands.length;
  const plus = [...operands.slice(0, kept), ...operands.slice(kept).map(negate)];
  const a = sumSql("a", isSum ? [...plus, ...divisors.map(negate)] : plus, {
    type,
    places,
    rounded,
    start: kind === "shares" ? 100 * 10 ** places : 0,
  });
  const r = isSum
    ? sumSql("r", [result], { type, places, rounded })
    : sumSql("r", [{ ...result, decimals: 0 }], { type, places: 0, rounded: "all" });
  const b = isSum ? exactSum([], "1") : sumSql("b", divisors, { type, places, rounded });
  const [times, one] = isSum ? [1, "1"] : [scale[0], "2 * one"];
  const bits = roundingModes.map((mode, bit) => {
    const [[aLow, aHigh], [rLow, rHigh], [bLow, bHigh]] = [a, r, b].map((sum) => sum.endsIn(mode));
    const quotient = (a: SqlEnd) => `${one} * ${a.twice}`;
    const product = (r: SqlEnd, b: SqlEnd) =>
      `(${times} * ${r.twice}${kind === "growth" ? " + 2 * one" : ""}) * (${b.twice})`;
    const isBelow = (below: string, above: string, ends: readonly SqlEnd[]) =>
      `(${below} < ${above} OR (${below} = ${above} AND ` +
      `${ends.map(({ open }) => open).join(" + ")} = 0))`;
    const holds = isBelow(quotient(aLow), product(rHigh, bHigh), [aLow, rHigh, bHigh]) + " AND " +
      isBelow(product(rLow, bLow), quotient(aHigh), [aHigh, rLow, bLow]);
    return `CASE WHEN ${holds} THEN ${2 ** bit} ELSE 0 END`;
  });
  // Of rounded parts the ends of a quotient are known above 0 only.
  const doubtful = [b, ...isPrinted ? [] : [a]].map(({ bottom }) => `${bottom} <= 0`);
  const [test, known] = isSum
    ? ["av = rv", 2 ** roundingModes.length - 1]
    : [doubtful.join(" OR "), masks.undecided];
  return {
    columns: [
      ...isSum ? [] : [`CAST(${perUnit(instance)} AS ${type}) AS one`],
      ...[a, r, b].flatMap(({ columns }) => columns),
    ],
    mask: `CASE WHEN ${test} THEN ${known} ELSE ${isSum && isPrinted ? 0 : bits.join(" + ")} END`,
  };
}
