import { isAdditive } from "../audit/quantity.ts";
import type { RoundingMode } from "../model/verdict.ts";
import { quoteSql, states } from "./cells_sql.ts";
import {
  bits,
  type Computation,
  decimal,
  everyMode,
  exactColumn,
  factorOf,
  isBelowSql,
  masks,
  mostDecimals,
  negate,
  perUnit,
  type RoundedColumn,
  roundedColumn,
  scaleSql,
  type SqlColumn,
  type SqlEnd,
  type SqlInstance,
  sumOfEnds,
} from "./sql_terms.ts";

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
  const d = ({ column }: SqlColumn) => `d${column}`;
  const isOther = all.map((one) => `${d(one)} = ${states.other} OR ${d(one)} > ${one.decimals}`)
    .join(" OR ");
  const known = [...operands, ...divisors].map((one) =>
    `CASE WHEN ${d(one)} >= ${states.nil} THEN 1 ELSE 0 END`
  );
  const isPartly = `(${known.join(" + ")}) > 1`;
  const isMissing = (one: SqlColumn) =>
    one !== result && family.blank === "nil"
      ? `(${d(one)} = ${states.notTold} OR (${d(one)} = ${states.blank} AND NOT ${isPartly}))`
      : `${d(one)} IN (${states.blank}, ${states.notTold})`;
  const missing = [
    ...all.map(isMissing),
    ...(isAdditive(family.kind) ? [] : divisors).map((one) =>
      `(${d(one)} >= ${states.nil} AND u${one.column} = 0)`
    ),
  ].join(" OR ");
  const state = `CASE WHEN ${isOther} THEN ${masks.undecided} ` +
    `WHEN ${missing} THEN ${missingSql(instance)} ELSE 0 END AS state`;
  const kept = family.except.length === 0
    ? "cells"
    : `cells WHERE name NOT IN (${family.except.map(quoteSql).join(", ")})`;
  if (isTooLarge(instance)) {
    return `SELECT n, CASE state WHEN 0 THEN ${masks.undecided} ELSE state END AS mask ` +
      `FROM (SELECT n, ${state} FROM ${kept}) AS stated`;
  }
  const { columns, mask } = (isAdditive(family.kind) ? sumSql : quotientSql)(instance);
  return `SELECT n, CASE WHEN state < 0 THEN state ELSE ${mask} END AS mask ` +
    `FROM (SELECT n, ${[state, ...columns].join(", ")} FROM ${kept}) AS scaled`;
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
  const isKnown = (columns: readonly SqlColumn[]) =>
    columns.map(({ column }) => `d${column} >= ${states.nil}`).join(" AND ");
  const one = `CAST(${perUnit(instance)} AS DOUBLE PRECISION)`;
  const printed = family.kind === "growth"
    ? `(u${result.column} + ${one})`
    : `CAST(u${result.column} AS DOUBLE PRECISION)`;
  return `CASE WHEN d${result.column} >= ${states.nil} AND (` +
    `(${isKnown(divisors)} AND ${sum(divisors)} < 2 * ${one}) OR ` +
    `(${isKnown(operands)} AND (${sum(operands)}) * ${one} < 2 * ${printed} * ${printed})` +
    `) THEN ${masks.undecided} ELSE ${masks.missing} END`;
}

/** Whether a product could have more digits than a number of the engine holds. */
function isTooLarge({ result, operands, divisors, scale }: SqlInstance): boolean {
  const places = mostDecimals([result, ...operands, ...divisors]);
  if (places > 9) return true;
  const size = (columns: readonly SqlColumn[]) =>
    columns.reduce(
      (sum, { units, unit }) => sum + 4 * (units + 2) * 10 ** places * factorOf(unit),
      1,
    );
  const [above, below] = scale.map(Number);
  const own = below * 10 ** places, printed = size([result]) * above;
  return size(operands) * own > 1e37 || (printed + own) * size(divisors) > 1e37;
}

function sumSql(
  { family, result, operands: added, divisors }: SqlInstance,
): Computation {
  const operands = [...added, ...divisors];
  const places = mostDecimals([result, ...operands]);
  const units = (one: SqlColumn) => ({ ...one, unit: "units" });
  const isMinus = (index: number) =>
    index >= added.length || family.kind === "shares" ||
    (family.kind === "difference" && index > 0);
  const whole = family.kind === "shares" ? `100 * ${10 ** places} ` : "";
  const total = whole +
    operands.map((one, index) => `${isMinus(index) ? "-" : "+"} ${scaleSql(units(one), places)}`)
      .join(" ").replace(/^\+ /, "");
  const excess = `${scaleSql(units(result), places)} - (${total}) AS excess`;
  if (family.computed === "as-printed") {
    return { columns: [excess], mask: `CASE WHEN excess = 0 THEN ${everyMode} ELSE 0 END` };
  }
  const printed = roundedColumn(units(result), "r", { places });
  const parts = operands.map((one, index) => roundedColumn(units(one), `o${index}`, { places }));
  const mask = bits((mode) => {
    const ends = parts.map((part, index) => {
      const { low, high } = part.ends(mode);
      return isMinus(index) ? { low: negate(high), high: negate(low) } : { low, high };
    });
    const all = whole && { twice: `2 * ${whole}`, included: "TRUE" };
    const sum = (end: "low" | "high") =>
      sumOfEnds([...all ? [all] : [], ...ends.map((each) => each[end])]);
    const { low, high } = printed.ends(mode);
    return `${isBelowSql(sum("low"), high)} AND ${isBelowSql(low, sum("high"))}`;
  });
  return {
    columns: [excess, ...printed.columns, ...parts.flatMap(({ columns }) => columns)],
    mask: `CASE WHEN excess = 0 THEN ${everyMode} ELSE ${mask} END`,
  };
}

/** A quotient of numbers as they are printed, or computed before they were rounded, where they print decimals. */
function quotientSql(instance: SqlInstance): Computation {
  const { family, result, operands, divisors, scale: [times] } = instance;
  const isPrinted = family.computed === "as-printed";
  const places = mostDecimals([...operands, ...divisors]);
  const partsOf = (columns: readonly SqlColumn[], name: string) =>
    columns.map((one, index) =>
      isPrinted
        ? exactColumn(one, `${name}${index}`, { places })
        : roundedColumn(one, `${name}${index}`, { places, isExact: `d${one.column} = 0` })
    );
  const above = partsOf(operands, "o"), below = partsOf(divisors, "b");
  const printed = roundedColumn({ ...result, unit: "units", decimals: 0 }, "r", { places: 0 });
  const end = (
    parts: readonly RoundedColumn[],
    mode: RoundingMode,
    which: "low" | "high",
  ) => sumOfEnds(parts.map((part) => part.ends(mode)[which]));
  const mask = bits((mode) => {
    const { low, high } = printed.ends(mode);
    // A growth is a quotient less 1.
    const wholes = family.kind === "growth" ? " + 2 * one" : "";
    const product = (printed: SqlEnd, part: SqlEnd): SqlEnd => ({
      twice: `(${times} * ${printed.twice}${wholes}) * (${part.twice})`,
      included: printed.included,
    });
    const quotient = (a: SqlEnd, b: SqlEnd): SqlEnd => ({
      twice: `2 * one * (${a.twice})`,
      included: `${a.included} AND ${b.included}`,
    });
    const [aLow, aHigh] = [end(above, mode, "low"), end(above, mode, "high")];
    const [bLow, bHigh] = [end(below, mode, "low"), end(below, mode, "high")];
    return `${isBelowSql(quotient(aLow, bHigh), product(high, bHigh))} AND ` +
      `${isBelowSql(product(low, bLow), quotient(aHigh, bLow))}`;
  });
  const hasNone = (parts: readonly RoundedColumn[]) =>
    `${parts.map(({ bottom }) => bottom).join(" + ")} <= 0`;
  // Of rounded parts the ends of a quotient are known above 0 only.
  const undecided = [hasNone(below), ...(isPrinted ? [] : [hasNone(above)])].join(" OR ");
  return {
    columns: [
      `CAST(${perUnit(instance)} AS ${decimal}) AS one`,
      ...[printed, ...above, ...below].flatMap(({ columns }) => columns),
    ],
    mask: `CASE WHEN ${undecided} THEN ${masks.undecided} ELSE ${mask} END`,
  };
}
