import type { Exact, Interval } from "../model/interval.ts";
import type { Relation } from "../model/relation.ts";
import { exact } from "../numbers/exact.ts";
import {
  addIntervals,
  divideIntervals,
  multiplyIntervals,
  shiftInterval,
  subtractIntervals,
} from "../numbers/interval.ts";
import { mixture } from "./mixture.ts";

/** Every number that a value may be, by its id. */
export type Values = (id: string) => Interval;

/**
 * What a relation compares: `(plus − minus) ÷ under + offset`, each a sum of the values named.
 *
 * Without `under` nothing is divided. All values are in the bases of their units, so that per cents are hundredths.
 */
export interface Equation {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly under: readonly string[];
  readonly offset: Exact;
}

const none: readonly string[] = [];
const zero = exact(0), one = exact(1);

/**
 * A relation as the expression that it compares with its result, norm, limit or word.
 *
 * @param relation The relation.
 * @returns The expression; `undefined` for a product and a mixture, which have other forms.
 */
export function equationOf(relation: Relation): Equation | undefined {
  const { kind, result, operands, divisors } = relation;
  const plain = { plus: operands, minus: none, under: none, offset: zero };
  switch (kind) {
    case "sum":
    case "same":
      return plain;
    case "difference":
      return { ...plain, plus: operands.slice(0, 1), minus: operands.slice(1) };
    case "shares":
      return { ...plain, plus: none, minus: operands, offset: one };
    case "roll-forward":
      return { ...plain, minus: divisors };
    case "ratio":
    case "bound":
    case "share":
      return { ...plain, under: divisors };
    case "growth":
      return { ...plain, under: divisors, offset: one.neg() };
    case "mean":
    case "norm":
      return { ...plain, plus: [result], under: divisors };
    case "part":
      return { ...plain, plus: [result], under: operands };
    case "trend":
      return { ...plain, plus: [result], under: operands, offset: one.neg() };
    case "product":
    case "mixture":
      return undefined;
  }
}

/**
 * Every value that a relation gives for what it compares, from the values that its parts may have.
 *
 * It is what the result should be; for a norm or a mean it is the judged quantity itself, divided where there are
 * divisors; for a bound it is the limit, for a trend the change by the first value.
 *
 * @param relation The relation.
 * @param values Every number that each of its values may be.
 * @returns The interval of the recomputed value.
 */
export function recompute(relation: Relation, values: Values): Interval {
  const equation = equationOf(relation);
  if (equation) return evaluate(equation, values);
  const operands = relation.operands.map(values);
  return relation.kind === "mixture"
    ? mixture(relation.rule, operands)
    : operands.reduce(multiplyIntervals);
}

function evaluate({ plus, minus, under, offset }: Equation, values: Values): Interval {
  let interval = sumOf(plus, values);
  if (minus.length > 0) interval = subtractIntervals(interval, sumOf(minus, values));
  if (under.length > 0) interval = divideIntervals(interval, sumOf(under, values));
  return shiftInterval(interval, offset);
}

/** Every sum of the values named. */
export function sumOf(ids: readonly string[], values: Values): Interval {
  return addIntervals(ids.map(values));
}
