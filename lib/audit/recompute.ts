import type { Claim } from "../model/claim.ts";
import type { Exact, Interval } from "../model/interval.ts";
import { exact } from "../numbers/exact.ts";
import { point } from "../numbers/interval.ts";
import {
  addIntervals,
  divideIntervals,
  multiplyIntervals,
  subtractIntervals,
} from "../numbers/interval_arithmetic.ts";

const hundred = point(exact(100)), one = point(exact(1));

/** The operands of a claim, as intervals. */
export interface Operands {
  readonly operands: readonly Interval[];
  readonly divisors: readonly Interval[];
  /** The judged value, for the kinds that compare it with a limit. */
  readonly result: Interval;
}

/**
 * Every value that a claim allows for its result, from the values that its operands may stand for.
 *
 * For a norm it is the judged quantity itself, which is divided and expressed in per cent where there are divisors;
 * for a trend it is the change in per cent of the first value.
 *
 * @param kind The relation.
 * @param inputs The operands as intervals.
 * @returns The interval of the recomputed value.
 */
export function recompute(kind: Claim["kind"], inputs: Operands): Interval {
  const { operands, divisors, result } = inputs;
  const quotient = () => divideIntervals(addIntervals(operands), addIntervals(divisors));
  switch (kind) {
    case "sum":
      return addIntervals(operands);
    case "difference":
      return subtractIntervals(operands[0], operands[1]);
    case "product":
      return operands.reduce(multiplyIntervals);
    case "same":
      return operands[0];
    case "share":
      return multiplyIntervals(hundred, quotient());
    case "ratio":
      return quotient();
    case "growth":
      return multiplyIntervals(hundred, subtractIntervals(quotient(), one));
    case "bound":
      return divisors.length ? quotient() : addIntervals(operands);
    case "norm":
      return divisors.length
        ? multiplyIntervals(hundred, divideIntervals(result, addIntervals(divisors)))
        : result;
    case "trend":
      return multiplyIntervals(
        hundred,
        subtractIntervals(divideIntervals(result, operands[0]), one),
      );
  }
}

/** The one number that an interval holds, or `null` if it holds more. */
export function single(interval: Interval): Exact | null {
  const { low, high } = interval;
  return low !== null && high !== null && low.equals(high) ? low : null;
}
