import type { Exact, Interval } from "../model/interval.ts";
import type { Relation } from "../model/relation.ts";
import { addIntervals, subtractIntervals } from "../numbers/interval_arithmetic.ts";
import { type Equation, equationOf } from "./equation.ts";
import { mixture } from "./mixture.ts";
import { divideOpen, multiplyOpen, shiftInterval } from "./open_ended.ts";

/** Every number that a value may be, by its id. */
export type Values = (id: string) => Interval;

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
    : operands.reduce(multiplyOpen);
}

function evaluate({ plus, minus, under, offset }: Equation, values: Values): Interval {
  let interval = sumOf(plus, values);
  if (minus.length > 0) interval = subtractIntervals(interval, sumOf(minus, values));
  if (under.length > 0) interval = divideOpen(interval, sumOf(under, values));
  return shiftInterval(interval, offset);
}

/** Every sum of the values named. */
export function sumOf(ids: readonly string[], values: Values): Interval {
  return ids.length === 1 ? values(ids[0]) : addIntervals(ids.map(values));
}

/** The one number that an interval holds, or `null` if it holds more. */
export function single({ low, high }: Interval): Exact | null {
  return low !== null && high !== null && low.equals(high) ? low : null;
}
