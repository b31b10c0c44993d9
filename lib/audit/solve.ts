import type { Interval } from "../model/interval.ts";
import {
  comparisonKinds,
  mapTerms,
  type Relation,
  relationShapes,
  type Terms,
} from "../model/relation.ts";
import type { Claim, TrendWord } from "../model/claim.ts";
import { roundingModes } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import {
  addIntervals,
  between,
  contains,
  divideIntervals,
  everything,
  hullOf,
  intersect,
  meets,
  multiplyIntervals,
  point,
  shiftInterval,
  single,
  subtractIntervals,
  wholeNumbersIn,
} from "../numbers/interval.ts";
import { boundInterval, limitInterval, normInterval, trendInterval } from "./compare.ts";
import { isBase } from "../numbers/unit_scale.ts";
import { intervalOf, makeFixedQuantity, type Quantity } from "./quantity.ts";
import { type Equation, equationOf, recompute, solvePart, solveWeight } from "./recompute.ts";
import { UsageError } from "../errors/usage_error.ts";

/** Every number that a value may be, by its id. */
type Values = (id: string) => Interval;

/** What is known of the other values of a relation. */
export interface Knowns {
  /** Every number that each value other than the unknown may be. */
  readonly values: (id: string) => Interval;
  /** The words of trends. */
  readonly words: ReadonlyMap<string, TrendWord>;
  /** Whether the unknown counts things, so that it is a whole number. @default false */
  readonly isCount?: boolean;
}

const fromZero = between(exact(0), null), upToZero = between(null, exact(0));

/**
 * Solves a relation for one of its values.
 *
 * @param relation The relation.
 * @param unknown Id of its result or of one of its operands or divisors.
 * @param knowns What the other values may be.
 * @returns Every number with which the relation may hold, of a divisor every one that leaves the divisors above 0; no
 * more than that, where each value stands in it once.
 * @throws {RangeError} If the relation does not name the unknown.
 *
 * @example
 * ```ts
 * import { exact, point, solve } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const relation = { kind: "difference", result: "c", operands: ["a", "b"], divisors: [], rule: "" } as const;
 * const known = new Map([["c", point(exact(1))], ["a", point(exact(81))]]);
 * const knowns = { values: (id: string) => known.get(id)!, words: new Map() };
 * assertEquals(solve(relation, "b", knowns).low?.valueOf(), 80);
 * ```
 */
export function solve(relation: Relation, unknown: string, knowns: Knowns): Interval {
  return solutionsOf(relation, unknown, knowns) ??
    anySolution(relation, unknown, knowns) ?? everything;
}

/** The same, but `undefined` where no number at all makes the relation hold. */
export function solutionsOf(
  relation: Relation,
  unknown: string,
  knowns: Knowns,
): Interval | undefined {
  const solved = anySolution(relation, unknown, knowns);
  return solved && knowns.isCount ? wholeNumbersIn(solved) : solved;
}

function anySolution(
  relation: Relation,
  unknown: string,
  knowns: Knowns,
): Interval | undefined {
  const { kind, result, operands, divisors } = relation;
  if (![result, ...operands, ...divisors].includes(unknown)) {
    throw new UsageError(`Cannot solve a ${kind} for "${unknown}": it does not name it`);
  }
  if (kind === "mean" && operands.includes(unknown)) return partOfMean(relation, unknown, knowns);
  if (kind === "norm" && operands.includes(unknown)) return everything;
  const equation = equationOf(relation);
  if (equation === undefined) return solveOther(relation, unknown, knowns.values);
  const isCompared = !equation.plus.includes(unknown) && !equation.minus.includes(unknown) &&
    !equation.under.includes(unknown);
  if (isCompared) {
    const computed = recompute(termsOf(relation, unknown, knowns.values));
    return kind === "bound" ? boundInterval(relation.rule, computed, false) : computed;
  }
  return solveEquation(equation, unknown, { ...knowns, target: targetOf(relation, knowns) });
}

/** A relation with what is known of its values: of the unknown nothing. */
function termsOf(relation: Relation, unknown: string, values: Values): Terms<Interval> {
  return mapTerms(relation, (id) => id === unknown ? everything : values(id));
}

/** The values that a relation allows for what it compares. */
function targetOf({ kind, result, operands, rule }: Relation, { values, words }: Knowns): Interval {
  switch (kind) {
    case "norm":
      return normInterval(rule, values(operands[0]));
    case "mean":
      return hullOf(operands.map(values));
    case "bound":
      return limitInterval(rule, values(result));
    case "part":
    case "trend": {
      const word = words.get(rule);
      return word ? trendInterval(word) : everything;
    }
    default:
      return values(result);
  }
}

/** Solves `(plus − minus) ÷ under + offset = target` for a value that may stand above and below. */
function solveEquation(
  { plus, minus, under, offset }: Equation<string>,
  unknown: string,
  { values, target }: Knowns & { readonly target: Interval },
): Interval | undefined {
  const count = (ids: readonly string[]) => ids.filter((id) => id === unknown).length;
  const others = (ids: readonly string[]) =>
    addIntervals(ids.filter((id) => id !== unknown).map(values));
  const quotient = shiftInterval(target, offset.neg());
  const above = point(exact(count(plus) - count(minus)));
  const rest = subtractIntervals(others(plus), others(minus));
  if (under.length === 0) return divideIntervals(subtractIntervals(quotient, rest), above);
  const below = point(exact(count(under)));
  const divisor = others(under);
  if (count(under) === 0) {
    return divideIntervals(subtractIntervals(multiplyIntervals(quotient, divisor), rest), above);
  }
  if (count(plus) === count(minus)) {
    const possible = ofPositiveDivisor(quotient, rest);
    return possible &&
      divideIntervals(subtractIntervals(divideIntervals(rest, possible), divisor), below);
  }
  return divideIntervals(
    subtractIntervals(rest, multiplyIntervals(quotient, divisor)),
    subtractIntervals(multiplyIntervals(quotient, below), above),
  );
}

/** The quotients that are left, since what divides is above 0: they have the sign of what is divided. */
function ofPositiveDivisor(quotient: Interval, dividend: Interval): Interval | undefined {
  const isAbove = dividend.low !== null && dividend.low.compare(0) >= 0;
  const isBelow = dividend.high !== null && dividend.high.compare(0) <= 0;
  const possible = intersect(quotient, isAbove ? fromZero : isBelow ? upToZero : everything);
  const isZero = possible && single(possible)?.equals(0);
  return isZero && !contains(dividend, exact(0)) ? undefined : possible;
}

/** Solves a product or a mixture. */
function solveOther(relation: Relation, unknown: string, values: Values): Interval {
  const { kind, result, operands, rule } = relation;
  if (unknown === result) return recompute(termsOf(relation, unknown, values));
  if (operands.filter((id) => id === unknown).length > 1) return everything;
  if (kind === "product") {
    const others = operands.filter((id) => id !== unknown).map(values);
    return divideIntervals(values(result), others.reduce(multiplyIntervals, point(exact(1))));
  }
  const mean = values(result), [first, second, weight] = operands;
  if (unknown === weight) return solveWeight(rule, [mean, values(first), values(second)]);
  if (unknown === first) return solvePart(rule, [mean, values(second), values(weight)]);
  const other = subtractIntervals(point(exact(1)), values(weight));
  return solvePart(rule, [mean, values(first), other]);
}

/** The parts with which a mean may lie between the least and the greatest of them. */
function partOfMean(relation: Relation, unknown: string, { values }: Knowns): Interval {
  const mean = recompute(termsOf(relation, unknown, values));
  const parts = relation.operands.filter((id) => id !== unknown).map(values);
  const others = hullOf(parts);
  if (meets(mean, others)) return everything;
  const isAbove = mean.low !== null && others.high !== null && mean.low.compare(others.high) >= 0;
  return isAbove
    ? { low: mean.low, high: null, includesLow: mean.includesLow, includesHigh: false }
    : { low: null, high: mean.high, includesLow: false, includesHigh: mean.includesHigh };
}

/**
 * The printed values of a relation that have the unit of one that is not printed.
 *
 * @param relation The relation.
 * @param unknown Id of the value that is not printed.
 * @returns Their ids; none where the kind of relation does not tell the unit.
 */
export function siblingsOf(relation: Relation, unknown: string): string[] {
  const { kind, result, operands, divisors } = relation;
  const rule = relationShapes[kind].units;
  if (rule === "per cent of one" && unknown !== result) {
    return [...operands, ...divisors].filter((id) => id !== unknown);
  }
  if (rule !== "result's") return [];
  return [result, ...operands, ...divisors].filter((id) => id !== unknown);
}

/**
 * Whether a value that is not printed counts things, as all printed values of its unit in the relation do.
 *
 * @param relation The relation.
 * @param unknown Id of the value that is not printed.
 * @param find The printed values by id.
 */
export function isUnprintedCount(
  relation: Relation,
  unknown: string,
  find: (id: string) => Quantity | undefined,
): boolean {
  const siblings = siblingsOf(relation, unknown).map(find);
  return siblings.length > 0 &&
    siblings.every((each) => each?.isCount && isBase(each.unit));
}

/**
 * The whole number that comes nearest to what a claim needs and no whole number gives, as a share of 27 things
 * can be 37.0 % or 40.7 % but not 38.0 %.
 *
 * @param claim A claim of which one value is not printed.
 * @param find Its printed values by id.
 * @param words The words of trends.
 * @returns The number as a quantity; `undefined` if some whole number fits, or if the value counts nothing.
 */
export function nearestWhole(
  { relation, missing }: Claim,
  find: (id: string) => Quantity,
  words: ReadonlyMap<string, TrendWord>,
): Quantity | undefined {
  const id = missing[0]?.id, more = missing.slice(1);
  if (
    id === undefined || more.length > 0 || comparisonKinds.has(relation.kind) ||
    !isUnprintedCount(relation, id, find)
  ) {
    return undefined;
  }
  const solved = roundingModes.map((mode) => {
    const knowns = { values: (other: string) => intervalOf(find(other), mode), words };
    return {
      any: solutionsOf(relation, id, knowns),
      whole: solutionsOf(relation, id, { ...knowns, isCount: true }),
    };
  });
  const { low, high } = solved[0].any ?? {};
  if (!low || !high || solved.some(({ whole }) => whole !== undefined)) return undefined;
  const nearest = low.add(high).div(2).round();
  const { unit } = find(siblingsOf(relation, id)[0]);
  return makeFixedQuantity({ id, unit, printed: "", line: 0 }, point(nearest));
}
