import type { Claim, TrendWord } from "../model/claim.ts";
import { comparisonKinds, type Relation, relationShapes } from "../model/relation.ts";
import { roundingModes } from "../model/verdict.ts";
import { point } from "../numbers/interval.ts";
import { isBase } from "../numbers/unit_scale.ts";
import { intervalOf, makeFixedQuantity, type Quantity } from "./quantity.ts";
import { solutionsOf } from "./solve.ts";

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
