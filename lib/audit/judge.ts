import type { Claim, TrendWord } from "../model/claim.ts";
import { comparisonKinds, mapTerms, type Relation, type Terms } from "../model/relation.ts";
import {
  type RoundingMode,
  roundingModes,
  type Verdict,
  type VerdictHow,
} from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { gap, meets, single } from "../numbers/interval.ts";
import { unitSign } from "../numbers/unit_scale.ts";
import { compare, type Comparison } from "./compare.ts";
import {
  asCounted,
  intervalOf,
  inUnit,
  isRounded,
  type Quantities,
  type Quantity,
} from "./quantity.ts";
import { recompute } from "./recompute.ts";
import { nearestWhole } from "./solve.ts";

const zero = exact(0);
const noModes: readonly RoundingMode[] = [];

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
  const { relation, missing } = claim;
  const find = asCounted(relation, (id) => values.get(id) as Quantity);
  const nearest = missing.length > 0 ? nearestWhole(claim, find, words) : undefined;
  if (claim.result === null || (missing.length > 0 && nearest === undefined)) {
    return baseMissing(claim, find);
  }
  const terms = mapTerms(relation, nearest ? (id) => id === nearest.id ? nearest : find(id) : find);
  const { kind, result, operands, divisors } = terms, word = words.get(relation.rule);
  const compareIn = (mode: RoundingMode) =>
    compare(mapTerms(terms, (quantity) => intervalOf(quantity, mode)), word);
  const halfUp = compareIn("half-up"), fitsHalfUp = halfUp.fit !== "none";
  const isEquality = !comparisonKinds.has(kind);
  const hasExactOperands = isEquality && !operands.some(isRounded) && !divisors.some(isRounded);
  const { computed: recomputed, allowed } = halfUp;
  const exactly = hasExactOperands ? single(recomputed) : null;
  // The ways of rounding to the nearest differ in the ends only.
  const isApart = exactly !== null && !allowed.low?.equals(exactly) &&
    !allowed.high?.equals(exactly);
  const fits = (mode: RoundingMode) =>
    mode === "half-up" || (isApart && mode.startsWith("half"))
      ? fitsHalfUp
      : hasExactOperands
      ? meets(recomputed, intervalOf(result, mode))
      : compareIn(mode).fit !== "none";
  const hasRounded = isRounded(result) || operands.some(isRounded) || divisors.some(isRounded);
  // A list that most verdicts share is told once.
  const isOfAll = hasRounded ? roundingModes.every(fits) : fitsHalfUp;
  const modes = isOfAll ? roundingModes : hasRounded ? roundingModes.filter(fits) : noModes;
  const unit = shownUnit(terms);
  const computedInterval = inUnit(recomputed, unit), allowedInterval = inUnit(allowed, unit);
  const recomputePrinted = () => recompute(mapTerms(terms, (quantity) => quantity.asPrinted));
  const computed = single(computedInterval) ?? single(inUnit(recomputePrinted(), unit));
  const value = isEquality ? single(inUnit(result.asPrinted, unit)) : null;
  const difference = computed && value && (value.equals(computed) ? zero : value.sub(computed));
  const how = howOf(halfUp, { modes, isEquality, isExact: difference?.sign === 0 });
  const printedInterval = isEquality
    ? allowedInterval
    : inUnit(intervalOf(result, "half-up"), result.unit);
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
    lines: linesOf(claim, [result, ...operands, ...divisors], nearest),
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
function shownUnit({ kind, result, operands: [first], divisors }: Terms<Quantity>): string {
  if (kind === "trend" || kind === "part") return "percent";
  const isQuotient = divisors.length > 0 && (kind === "norm" || kind === "mean");
  return (isQuotient ? first : result).unit;
}

function baseMissing(claim: Claim, find: (id: string) => Quantity): Verdict {
  const { result, operands, divisors } = claim;
  const printed = result === null ? undefined : find(result);
  return {
    claim,
    kind: "base-missing",
    how: null,
    printed: printed?.printed ?? "",
    sign: "",
    computed: null,
    computedInterval: null,
    printedInterval: null,
    allowedInterval: null,
    difference: null,
    slack: null,
    roundingModes: noModes,
    lines: linesOf(claim, [
      ...printed ? [printed] : [],
      ...[...operands, ...divisors].map(find),
    ]),
    erratum: null,
  };
}

/** All ids that a relation names: its result first. */
export function namesIn({ result, operands, divisors }: Relation): string[] {
  return [result, ...operands, ...divisors];
}

/** The lines of a claim and of what it reads, each once and ascending. */
function linesOf({ line }: Claim, read: readonly Quantity[], unprinted?: Quantity): number[] {
  const lines = line === null ? [] : [line];
  for (const one of read) {
    if (one !== unprinted && one.line !== null && !lines.includes(one.line)) lines.push(one.line);
  }
  return lines.sort((a, b) => a - b);
}
