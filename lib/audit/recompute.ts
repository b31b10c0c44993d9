import type { Exact, Interval } from "../model/interval.ts";
import type { Terms } from "../model/relation.ts";
import { exact } from "../numbers/exact.ts";
import {
  addIntervals,
  divideIntervals,
  multiplyIntervals,
  shiftInterval,
  subtractIntervals,
} from "../numbers/interval.ts";
import { mixture } from "./mixture.ts";

/**
 * What a relation compares: `(plus − minus) ÷ under + offset`, each a sum of the values named.
 *
 * Without `under` nothing is divided. All values are in the bases of their units, so that per cents are hundredths.
 */
export interface Equation<T> {
  readonly plus: readonly T[];
  readonly minus: readonly T[];
  readonly under: readonly T[];
  readonly offset: Exact;
}

const none: readonly never[] = [];
const zero = exact(0), one = exact(1), minusOne = exact(-1);

function equation<T>(
  plus: readonly T[],
  minus: readonly T[] = none,
  under: readonly T[] = none,
  offset = zero,
): Equation<T> {
  return { plus, minus, under, offset };
}

/**
 * A relation as the expression that it compares with its result, norm, limit or word.
 *
 * @param relation The relation.
 * @returns The expression; `undefined` for a product and a mixture, which have other forms.
 */
export function equationOf<T>(
  { kind, result, operands, divisors }: Terms<T>,
): Equation<T> | undefined {
  switch (kind) {
    case "sum":
    case "same":
      return equation(operands);
    case "difference":
      return equation(operands.slice(0, 1), operands.slice(1));
    case "shares":
      return equation(none, operands, none, one);
    case "roll-forward":
      return equation(operands, divisors);
    case "ratio":
    case "bound":
    case "share":
      return equation(operands, none, divisors);
    case "growth":
      return equation(operands, none, divisors, minusOne);
    case "mean":
    case "norm":
      return equation([result], none, divisors);
    case "part":
      return equation([result], none, operands);
    case "trend":
      return equation([result], none, operands, minusOne);
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
 * @param terms The relation with every number that each of its values may be.
 * @returns The interval of the recomputed value.
 */
export function recompute(terms: Terms<Interval>): Interval {
  const equation = equationOf(terms);
  if (equation === undefined) {
    const { kind, rule, operands } = terms;
    return kind === "mixture" ? mixture(rule, operands) : operands.reduce(multiplyIntervals);
  }
  const { plus, minus, under, offset } = equation;
  let interval = addIntervals(plus);
  if (minus.length > 0) interval = subtractIntervals(interval, addIntervals(minus));
  if (under.length > 0) interval = divideIntervals(interval, addIntervals(under));
  return shiftInterval(interval, offset);
}
