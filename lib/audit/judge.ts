import type { Claim } from "../model/claim.ts";
import type { Interval } from "../model/interval.ts";
import type { Relation } from "../model/relation.ts";
import { comparisonKinds } from "../model/relation_shapes.ts";
import type { TrendWord } from "../model/claim.ts";
import {
  type RoundingMode,
  roundingModes,
  type Verdict,
  type VerdictHow,
} from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { contains, gap, scaleInterval, single } from "../numbers/interval.ts";
import { unitScale, unitSign } from "../numbers/unit_scale.ts";
import { compare, type Comparison } from "./compare.ts";
import { intervalOf, type Quantities, type Quantity } from "./quantity.ts";
import { recompute } from "./recompute.ts";
import { nearestWhole } from "./unprinted_count.ts";

const zero = exact(0);

/**
 * Finds what holds of a claim.
 *
 * A claim that lacks one value contradicts itself all the same if that counts things and no whole number gives the
 * printed result; it is then judged with the nearest one.
 *
 * An equality agrees exactly if the printed operands give the printed result to the last digit; a norm, a bound, a mean
 * or a trend holds for certain if it does so for every value that the print stands for.
 *
 * @param claim The claim, checked when it was loaded.
 * @param values The printed values by id.
 * @param words The words for trends by id.
 * @returns The verdict with its intervals.
 */
export function judge(
  claim: Claim,
  values: Quantities,
  words: ReadonlyMap<string, TrendWord>,
): Verdict {
  const { kind, relation, missing } = claim;
  const printed = (id: string) => values.get(id) as Quantity;
  const result = claim.result === null ? undefined : printed(claim.result);
  const lines = linesOf(claim, printed);
  const nearest = result && missing.length > 0 ? nearestWhole(claim, printed, words) : undefined;
  if (result === undefined || (missing.length > 0 && nearest === undefined)) {
    return baseMissing(claim, result?.printed ?? "", lines);
  }
  const find = (id: string) => id === nearest?.id ? nearest : printed(id);
  const found = (mode: RoundingMode) =>
    compare(relation, (id) => intervalOf(find(id), mode), words.get(relation.rule));
  const halfUp = found("half-up"), fitsHalfUp = halfUp.fit !== "none";
  const isEquality = !comparisonKinds.has(kind);
  const isRounded = (id: string) => find(id).step !== null;
  const hasExactOperands = isEquality &&
    ![...relation.operands, ...relation.divisors].some(isRounded);
  const { low, high } = halfUp.allowed, exactly = hasExactOperands ? single(halfUp.computed) : null;
  // The ways of rounding to the nearest differ in the ends only.
  const isApart = exactly !== null && ![low, high].some((end) => end?.equals(exactly));
  const fits = (mode: RoundingMode) =>
    isApart && mode.startsWith("half")
      ? fitsHalfUp
      : exactly !== null
      ? contains(intervalOf(result, mode), exactly)
      : found(mode).fit !== "none";
  const modes = namesIn(relation).some(isRounded)
    ? roundingModes.filter((mode) => mode === "half-up" ? fitsHalfUp : fits(mode))
    : fitsHalfUp
    ? roundingModes
    : [];
  const unit = shownUnit(relation, find), perUnit = unitScale(unit).scale.inverse();
  const computedInterval = scaleInterval(halfUp.computed, perUnit);
  const allowedInterval = scaleInterval(halfUp.allowed, perUnit);
  const asPrinted = () => recompute(relation, (id) => find(id).asPrinted);
  const computed = single(computedInterval) ?? single(scaleInterval(asPrinted(), perUnit));
  const value = single(scaleInterval(result.asPrinted, perUnit));
  const difference = isEquality && computed && value ? value.sub(computed) : null;
  const how = howOf(halfUp, { modes, isEquality, isExact: difference?.equals(zero) ?? false });
  const printedInterval = isEquality ? allowedInterval : inOwnUnit(result);
  const judged = kind === "bound" ? printedInterval : computedInterval;
  return {
    claim,
    kind: how === null ? "contradicts" : isEquality ? "agrees" : "holds",
    how,
    printed: result.printed,
    sign: unitSign(unit),
    computed,
    computedInterval,
    printedInterval,
    allowedInterval,
    difference,
    slack: fitsHalfUp ? zero : gap(judged, allowedInterval),
    roundingModes: modes,
    lines,
    erratum: null,
  };
}

/** How a comparison comes out; `null` where the two do not meet under any way of rounding. */
function howOf(
  { fit }: Comparison,
  { modes, isEquality, isExact }: {
    readonly modes: readonly RoundingMode[];
    readonly isEquality: boolean;
    readonly isExact: boolean;
  },
): VerdictHow | null {
  if (modes.length === 0) return null;
  if (!isEquality) return fit === "all" ? "certain" : "possible";
  if (fit === "none") return "other-rounding";
  return isExact ? "exact" : "within-rounding";
}

/** The unit that a relation compares in: the result's, but for a norm or mean of a quotient, and per cents of a trend or part. */
function shownUnit(
  { kind, result, operands: [first], divisors }: Relation,
  find: (id: string) => Quantity,
): string {
  if (kind === "trend" || kind === "part") return "percent";
  const isQuotient = divisors.length > 0 && (kind === "norm" || kind === "mean");
  return find(isQuotient ? first : result).unit;
}

function inOwnUnit(quantity: Quantity): Interval {
  return scaleInterval(intervalOf(quantity, "half-up"), unitScale(quantity.unit).scale.inverse());
}

function baseMissing(claim: Claim, printed: string, lines: readonly number[]): Verdict {
  return {
    claim,
    kind: "base-missing",
    how: null,
    printed,
    sign: "",
    computed: null,
    computedInterval: null,
    printedInterval: null,
    allowedInterval: null,
    difference: null,
    slack: null,
    roundingModes: [],
    lines,
    erratum: null,
  };
}

/** All ids that a relation names: its result first. */
export function namesIn({ result, operands, divisors }: Relation): string[] {
  return [result, ...operands, ...divisors];
}

/** The lines of a claim and of what it reads, each once and ascending. */
function linesOf(
  { line, result, operands, divisors }: Claim,
  printed: (id: string) => Quantity,
): number[] {
  const read = [...result === null ? [] : [result], ...operands, ...divisors];
  const lines = [line, ...read.map((id) => printed(id).line)].filter((one) => one !== null);
  return [...new Set(lines)].sort((a, b) => a - b);
}
