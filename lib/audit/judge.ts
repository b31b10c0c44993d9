import type { Claim, TrendWord } from "../model/claim.ts";
import { comparisonKinds, mapTerms, type Terms } from "../model/relation.ts";
import { type RoundingMode, roundingModes, type Verdict } from "../model/verdict.ts";
import { exact } from "../numbers/exact.ts";
import { gap, meets, single } from "../numbers/interval.ts";
import { unitSign } from "../numbers/unit_scale.ts";
import { compare, recompute } from "./compare.ts";
import {
  asCounted,
  intervalOf,
  inUnit,
  isRounded,
  type Quantities,
  type Quantity,
} from "./quantity.ts";
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
    const printed = claim.result === null ? "" : find(claim.result).printed;
    return { claim, ...unjudged, printed, lines: linesOf(claim, namesIn(claim).map(find)) };
  }
  const terms = mapTerms(relation, nearest ? (id) => id === nearest.id ? nearest : find(id) : find);
  const { kind, result, operands, divisors } = terms, word = words.get(relation.rule);
  const compareIn = (mode: RoundingMode) =>
    compare(mapTerms(terms, (quantity) => intervalOf(quantity, mode)), word);
  const { fit, computed: recomputed, allowed } = compareIn("half-up"), fitsHalfUp = fit !== "none";
  const isEquality = !comparisonKinds.has(kind);
  const hasRoundedOperands = operands.some(isRounded) || divisors.some(isRounded);
  const hasExactOperands = isEquality && !hasRoundedOperands;
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
  const hasRounded = hasRoundedOperands || isRounded(result);
  // A list that most verdicts share is told once.
  const isOfAll = hasRounded ? roundingModes.every(fits) : fitsHalfUp;
  const modes = isOfAll ? roundingModes : hasRounded ? roundingModes.filter(fits) : noModes;
  const unit = shownUnit(terms);
  const computedInterval = inUnit(recomputed, unit), allowedInterval = inUnit(allowed, unit);
  const recomputePrinted = () => recompute(mapTerms(terms, (quantity) => quantity.asPrinted));
  const computed = single(computedInterval) ?? single(inUnit(recomputePrinted(), unit));
  const value = isEquality ? single(inUnit(result.asPrinted, unit)) : null;
  const difference = computed && value && (value.equals(computed) ? zero : value.sub(computed));
  const howOfEquality = !fitsHalfUp
    ? "other-rounding"
    : difference?.sign === 0
    ? "exact"
    : "within-rounding";
  const howOfComparison = fit === "all" ? "certain" : "possible";
  const holds = modes.length > 0;
  const printedInterval = isEquality
    ? allowedInterval
    : inUnit(intervalOf(result, "half-up"), result.unit);
  const judged = kind === "bound" ? printedInterval : computedInterval;
  return {
    claim,
    kind: !holds ? "contradicts" : isEquality ? "agrees" : "holds",
    how: !holds ? null : isEquality ? howOfEquality : howOfComparison,
    printed: result.printed,
    sign: unitSign(unit),
    computed,
    computedInterval,
    printedInterval,
    allowedInterval,
    difference,
    slack: fitsHalfUp ? zero : gap(judged, allowedInterval),
    roundingModes: modes,
    lines: linesOf(claim, [result, ...operands, ...divisors]),
    erratum: null,
  };
}

const unjudged: Omit<Verdict, "claim" | "printed" | "lines"> = {
  kind: "base-missing",
  how: null,
  sign: "",
  roundingModes: noModes,
  erratum: null,
  computed: null,
  computedInterval: null,
  printedInterval: null,
  allowedInterval: null,
  difference: null,
  slack: null,
};

/** The unit that a relation compares in: the result's, but for a norm or mean of a quotient, and per cents of a trend or part. */
function shownUnit({ kind, result, operands: [first], divisors }: Terms<Quantity>): string {
  if (kind === "trend" || kind === "part") return "percent";
  const isQuotient = divisors.length > 0 && (kind === "norm" || kind === "mean");
  return (isQuotient ? first : result).unit;
}

/** All ids that a relation names, or a claim reads: its result first. */
export function namesIn(
  { result, operands, divisors }: Pick<Claim, "result" | "operands" | "divisors">,
): string[] {
  return result === null ? [...operands, ...divisors] : [result, ...operands, ...divisors];
}

/** The lines of a claim and of what it reads, each once and ascending. */
function linesOf(claim: Claim, read: readonly Quantity[]): number[] {
  const lines = claim.line === null ? [] : [claim.line];
  for (const { line } of read) {
    if (line !== null && !lines.includes(line)) lines.push(line);
  }
  return lines.sort((a, b) => a - b);
}
