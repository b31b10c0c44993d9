import type { Claim } from "../model/claim.ts";
import type { Interval } from "../model/interval.ts";
import type { TrendWord } from "../model/trend_word.ts";
import type { RoundingMode } from "../model/verdict.ts";
import { meets, within } from "../numbers/interval.ts";
import { boundInterval, normInterval, trendInterval } from "./allowed_interval.ts";
import type { Quantity } from "./quantities.ts";
import { recompute } from "./recompute.ts";

/** What a claim is judged on, with every operand found. */
export interface ClaimInputs {
  readonly claim: Claim;
  readonly result: Quantity;
  readonly operands: readonly Quantity[];
  readonly divisors: readonly Quantity[];
  readonly word?: TrendWord;
}

/** Whether the recomputed values fit what the claim allows: all of them, some, or none. */
export interface Agreement {
  readonly fit: "all" | "some" | "none";
  readonly computed: Interval;
  readonly allowed: Interval;
}

/** Compares what a claim allows with what its operands give, under one way of rounding. */
export function agreement(inputs: ClaimInputs, mode: RoundingMode): Agreement {
  const { claim, result, operands, divisors, word } = inputs;
  const printed = result.interval(mode);
  const rule = claim.rule;
  const normed = claim.kind === "norm";
  const computed = recompute(claim.kind, {
    operands: normed ? [] : operands.map((operand) => operand.interval(mode)),
    divisors: divisors.map((divisor) => divisor.interval(mode)),
    result: printed,
  });
  if (claim.kind === "bound") {
    const allowed = boundInterval(rule, computed, false);
    const certain = within(printed, boundInterval(rule, computed, true));
    return { fit: certain ? "all" : meets(printed, allowed) ? "some" : "none", computed, allowed };
  }
  const allowed = normed
    ? normInterval(rule, operands[0].interval(mode))
    : word
    ? trendInterval(word)
    : printed;
  return {
    fit: within(computed, allowed) ? "all" : meets(computed, allowed) ? "some" : "none",
    computed,
    allowed,
  };
}
