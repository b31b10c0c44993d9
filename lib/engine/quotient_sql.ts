import type { RoundingMode } from "../model/verdict.ts";
import { states } from "./cells_sql.ts";
import {
  bits,
  type Computation,
  decimal,
  everyMode,
  isBelowSql,
  masks,
  mostDecimals,
  perUnit,
  reaches,
  type RoundedColumn,
  roundedColumn,
  scaleSql,
  type SqlColumn,
  type SqlEnd,
  type SqlInstance,
  sumOfEnds,
} from "./sql_terms.ts";

/** A quotient of numbers that count as they are printed. */
export function quotientSql(instance: SqlInstance): Computation {
  const { family, result, operands, divisors, scale: [wholes] } = instance;
  const places = mostDecimals([...operands, ...divisors]);
  const sum = (columns: readonly SqlColumn[]) =>
    columns.map((one) => scaleSql(one, places)).join(" + ");
  const above = sum(operands), below = sum(divisors), u = `u${result.column}`;
  const base = family.kind === "growth" ? ` - (${below})` : "";
  const columns = [
    `${below} AS below`,
    // Of the numbers that round to the print, twice how far the quotient is from it, in units of the print times the divisor.
    `2 * (CAST(${perUnit(instance)} AS ${decimal}) * (${above}${base}) - ` +
    `CAST(${u} AS ${decimal}) * ${wholes} * (${below})) * (CASE WHEN ${u} < 0 THEN -1 ELSE 1 END) AS excess`,
    `${u} AS printed`,
    `d${result.column} AS decimals`,
  ];
  const width = wholes === 1n ? "below" : `(${wholes} * below)`;
  const within = (low: string, includesLow: string, high: string, includesHigh: string) =>
    `((excess > ${low} OR (excess = ${low} AND ${includesLow})) AND ` +
    `(excess < ${high} OR (excess = ${high} AND ${includesHigh})))`;
  const fits = (mode: RoundingMode) => {
    const { zero, away, ...included } = reaches[mode];
    const [includesZero, includesAway] = [included.includesZero, included.includesAway]
      .map((text) => text.replace("even", "printed % 2 = 0"));
    return `CASE WHEN printed = 0 THEN ${
      within(`-${away} * ${width}`, includesAway, `${away} * ${width}`, includesAway)
    } ELSE ${within(`-${zero} * ${width}`, includesZero, `${away} * ${width}`, includesAway)} END`;
  };
  return {
    columns,
    mask: `CASE WHEN below <= 0 THEN ${masks.undecided} WHEN excess = 0 THEN ${everyMode} ` +
      `WHEN decimals = ${states.nil} THEN 0 ELSE ${bits(fits)} END`,
  };
}

/** A quotient that was computed before its parts were rounded, where they print decimals. */
export function roundedQuotientSql(instance: SqlInstance): Computation {
  const { family, result, operands, divisors, scale: [times] } = instance;
  const places = mostDecimals([...operands, ...divisors]);
  const roundColumns = (columns: readonly SqlColumn[], name: string) =>
    columns.map((one, index) =>
      roundedColumn(one, `${name}${index}`, { places, isExact: `d${one.column} = 0` })
    );
  const above = roundColumns(operands, "o"), below = roundColumns(divisors, "b");
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
  const least = (parts: readonly RoundedColumn[]) => parts.map(({ bottom }) => bottom).join(" + ");
  return {
    columns: [
      `CAST(${perUnit(instance)} AS ${decimal}) AS one`,
      ...[printed, ...above, ...below].flatMap(({ columns }) => columns),
    ],
    mask: `CASE WHEN ${least(above)} <= 0 OR ${least(below)} <= 0 THEN ${masks.undecided} ` +
      `ELSE ${mask} END`,
  };
}
