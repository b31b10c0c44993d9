import type { Exact, Interval } from "../model/interval.ts";
import type { Relation } from "../model/relation.ts";
import type { TrendWord } from "../model/claim.ts";
import { type RoundingMode, roundingModes } from "../model/verdict.ts";
import { point } from "../numbers/interval.ts";
import { agreement } from "./agreement.ts";
import type { Quantity } from "./quantities.ts";
import { recompute, single } from "./recompute.ts";

/** The quantities that a relation names, each in its place. */
export interface Parts {
  readonly result: Quantity;
  readonly operands: readonly Quantity[];
  readonly divisors: readonly Quantity[];
}

/** How what a relation gives stands to what it allows. */
export interface Comparison {
  /** What the printed operands give, where that is one number. */
  readonly computed: Exact | null;
  /** Every value that the operands allow, rounded half up. */
  readonly computedInterval: Interval;
  /** Every value that the relation allows, rounded half up. */
  readonly allowed: Interval;
  /** The ways of rounding under which the two meet; found when they are read. */
  readonly modes: readonly RoundingMode[];
  /** Whether the two meet if all is rounded half up. */
  readonly fitsHalfUp: boolean;
  /** Whether all that is computed is allowed. */
  readonly isCertain: boolean;
  /** Whether the printed operands give the printed result to the last digit. */
  readonly isEqual: boolean;
}

/**
 * Compares over intervals: for every way of rounding, or once where nothing was rounded.
 *
 * @param relation The relation.
 * @param parts The quantities that it names.
 * @param word The word of a trend.
 */
export function compareIntervals(
  relation: Relation,
  parts: Parts,
  word: TrendWord | undefined,
): Comparison {
  const all = [parts.result, ...parts.operands, ...parts.divisors];
  const byId = new Map(all.map((quantity) => [quantity.id, quantity]));
  const find = (id: string) => byId.get(id) as Quantity;
  const under = (mode: RoundingMode) => agreement(relation, (id) => find(id).interval(mode), word);
  const halfUp = under("half-up");
  const isRounded = all.some((quantity) => quantity.isRounded);
  const fitting = (): readonly RoundingMode[] => {
    if (halfUp.fit !== "none" && !isRounded) return roundingModes;
    const fitsAny = halfUp.fit !== "none" || (isRounded &&
      agreement(relation, (id) => find(id).anyInterval(), word).fit !== "none");
    if (!fitsAny) return [];
    return roundingModes.filter((mode) =>
      (mode === "half-up" ? halfUp : under(mode)).fit !== "none"
    );
  };
  const { value } = parts.result;
  let modes: readonly RoundingMode[] | undefined;
  return {
    get computed() {
      return recomputeValue(relation, find);
    },
    computedInterval: halfUp.computed,
    allowed: halfUp.allowed,
    get modes() {
      return modes ??= fitting();
    },
    fitsHalfUp: halfUp.fit !== "none",
    isCertain: halfUp.fit === "all",
    get isEqual() {
      const computed = recomputeValue(relation, find);
      return computed !== null && value !== null && computed.equals(value);
    },
  };
}

function recomputeValue(relation: Relation, find: (id: string) => Quantity): Exact | null {
  let isPoint = true;
  const interval = recompute(relation, (id) => {
    const quantity = find(id);
    if (quantity.value !== null) return point(quantity.value);
    isPoint = false;
    return quantity.interval("half-up");
  });
  return isPoint ? single(interval) : null;
}
