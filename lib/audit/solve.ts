import type { Claim, TrendWord } from "../model/claim.ts";
import type { Interval } from "../model/interval.ts";
import { comparisonKinds, mapTerms, type Relation, relationShapes } from "../model/relation.ts";
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
import {
  allowedInterval,
  boundInterval,
  type Equation,
  equationOf,
  mixture,
  recompute,
  solveWeight,
} from "./compare.ts";
import { isBase } from "../numbers/unit_scale.ts";
import { intervalOf, makeFixedQuantity, type Quantity } from "./quantity.ts";
import { UsageError } from "../errors/usage_error.ts";

/** What is known of the other values of a relation. */
export interface Knowns {
  /** Every number that each value other than the unknown may be. */
  readonly values: (id: string) => Interval;
  /** The words of trends. */
  readonly words: ReadonlyMap<string, TrendWord>;
}

const zero = exact(0), one = point(exact(1));

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
  return solutionsOf(relation, unknown, knowns) ?? everything;
}

/** The same, but `undefined` where no number at all makes the relation hold. */
export function solutionsOf(
  relation: Relation,
  unknown: string,
  { values, words }: Knowns,
): Interval | undefined {
  const { kind, result, operands, divisors, rule } = relation;
  if (![result, ...operands, ...divisors].includes(unknown)) {
    throw new UsageError(`Cannot solve a ${kind} for "${unknown}": it does not name it`);
  }
  const terms = mapTerms(relation, (id) => id === unknown ? everything : values(id));
  if (kind === "norm" && operands.includes(unknown)) return everything;
  if (kind === "mean" && operands.includes(unknown)) {
    return partOfMean(recompute(terms), operands.filter((id) => id !== unknown).map(values));
  }
  const equation = equationOf(relation);
  const isCompared = equation === undefined
    ? unknown === result
    : ![equation.plus, equation.minus, equation.under].flat().includes(unknown);
  if (isCompared) {
    const computed = recompute(terms);
    return kind === "bound" ? boundInterval(rule, computed) : computed;
  }
  if (equation === undefined) return solveOther(relation, unknown, values);
  const target = allowedInterval(terms, words.get(rule));
  return solveEquation(equation, unknown, { values, target });
}

/**
 * Solves `(plus − minus) ÷ under + offset = target` for a value that may stand above and below: it is
 * `(quotient × divisor − rest) ÷ (above − quotient × below)`, each so often as the value stands there.
 */
function solveEquation(
  { plus, minus, under, offset }: Equation<string>,
  unknown: string,
  { values, target }: Pick<Knowns, "values"> & { readonly target: Interval },
): Interval | undefined {
  const count = (ids: readonly string[]) => ids.filter((id) => id === unknown).length;
  const others = (ids: readonly string[]) =>
    addIntervals(ids.filter((id) => id !== unknown).map(values));
  const quotient = shiftInterval(target, offset.neg());
  const above = count(plus) - count(minus), below = point(exact(count(under)));
  const rest = subtractIntervals(others(plus), others(minus));
  const divisor = under.length === 0 ? one : others(under);
  if (above === 0) {
    const possible = ofPositiveDivisor(quotient, rest);
    return possible &&
      divideIntervals(subtractIntervals(divideIntervals(rest, possible), divisor), below);
  }
  return divideIntervals(
    subtractIntervals(multiplyIntervals(quotient, divisor), rest),
    subtractIntervals(point(exact(above)), multiplyIntervals(quotient, below)),
  );
}

/** The quotients that are left, since what divides is above 0: they have the sign of what is divided. */
function ofPositiveDivisor(quotient: Interval, dividend: Interval): Interval | undefined {
  const { low, high } = dividend;
  const isAbove = low !== null && low.sign >= 0, isBelow = high !== null && high.sign <= 0;
  const possible = intersect(
    quotient,
    isAbove ? between(zero, null) : isBelow ? between(null, zero) : everything,
  );
  const isZero = possible && single(possible)?.equals(0);
  return isZero && !contains(dividend, zero) ? undefined : possible;
}

/** Solves a product or a mixture for one of its operands. */
function solveOther(
  { kind, result, operands, rule }: Relation,
  unknown: string,
  values: Knowns["values"],
): Interval {
  const others = operands.filter((id) => id !== unknown);
  if (others.length < operands.length - 1) return everything;
  if (kind === "product") {
    return divideIntervals(values(result), others.map(values).reduce(multiplyIntervals, one));
  }
  const [mean, other, last] = [result, ...others].map(values);
  const at = operands.indexOf(unknown);
  if (at === 2) return solveWeight(rule, [mean, other, last]);
  const weight = at === 0 ? last : subtractIntervals(one, last);
  return mixture(rule, [mean, other, divideIntervals(one, weight)]);
}

/** The parts with which a mean may lie between the least and the greatest of them. */
function partOfMean(mean: Interval, others: readonly Interval[]): Interval {
  const { high } = hullOf(others);
  if (meets(mean, hullOf(others))) return everything;
  const isAbove = mean.low !== null && high !== null && mean.low.compare(high) >= 0;
  return boundInterval(isAbove ? "at-least" : "at-most", mean);
}

/**
 * The printed values of a relation that have the unit of one that is not printed.
 *
 * @param relation The relation.
 * @param unknown Id of the value that is not printed.
 * @returns Their ids; none where the kind of relation does not tell the unit.
 */
export function siblingsOf(relation: Relation, unknown: string): string[] {
  const { kind, result, operands, divisors } = relation, { units } = relationShapes[kind];
  const others = [...operands, ...divisors].filter((id) => id !== unknown);
  if (units === "result's") return unknown === result ? others : [result, ...others];
  return units === "per cent of one" && unknown !== result ? others : [];
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
  return siblings.length > 0 && siblings.every((each) => each?.isCount && isBase(each.unit));
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
  if (missing.length !== 1 || comparisonKinds.has(relation.kind)) return undefined;
  const [{ id }] = missing;
  if (!isUnprintedCount(relation, id, find)) return undefined;
  const solved = roundingModes.map((mode) =>
    solutionsOf(relation, id, { values: (other) => intervalOf(find(other), mode), words })
  );
  const { low, high } = solved[0] ?? {};
  if (!low || !high || solved.some((any) => any && wholeNumbersIn(any))) return undefined;
  const nearest = low.add(high).div(2).round();
  const { unit } = find(siblingsOf(relation, id)[0]);
  return makeFixedQuantity({ id, unit, printed: "", line: null }, point(nearest));
}
