import type { Claim } from "../model/claim.ts";
import type { TrendWord } from "../model/claim.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Relation } from "../model/relation.ts";
import { compareIntervals, type Parts } from "./comparison.ts";
import { JudgedClaim } from "./judged_claim.ts";
import type { Quantities, Quantity } from "./quantities.ts";
import { nearestWhole } from "./unprinted_count.ts";
import { compareWhole } from "./whole_comparison.ts";

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
  const find = (id: string) => values.get(id) as Quantity;
  const operands = claim.operands.map(find), divisors = claim.divisors.map(find);
  const result = claim.result === null ? undefined : find(claim.result);
  const lines = linesOf(claim.line, result ? [result] : [], operands, divisors);
  const { relation } = claim;
  if (result === undefined || claim.missing.length > 0) {
    const nearest = result && nearestWhole(claim, find, words);
    if (result === undefined || nearest === undefined) {
      return baseMissing(claim, result?.printed ?? "", lines);
    }
    const withNearest = (id: string) => id === nearest.id ? nearest : find(id);
    const parts: Parts = {
      result,
      operands: relation.operands.map(withNearest),
      divisors: relation.divisors.map(withNearest),
    };
    const found = compareIntervals(relation, parts, undefined);
    return new JudgedClaim(
      claim,
      { result, found, unit: shownUnit(relation, parts) },
      lines,
    );
  }
  const parts: Parts = { result, operands, divisors };
  const found = compareWhole(relation.kind, parts) ??
    compareIntervals(relation, parts, words.get(relation.rule));
  return new JudgedClaim(claim, { result, found, unit: shownUnit(relation, parts) }, lines);
}

/** The unit that a relation compares in: the result's, but for a norm or mean of a quotient, and per cents of a trend or part. */
function shownUnit({ kind }: Relation, { result, operands, divisors }: Parts): string {
  if (kind === "trend" || kind === "part") return "percent";
  const isQuotient = divisors.length > 0 && (kind === "norm" || kind === "mean");
  return (isQuotient ? operands[0] : result).unit;
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

/** The lines of a claim and of what it reads, each once and ascending. */
function linesOf(line: number | null, ...read: readonly (readonly Quantity[])[]): number[] {
  const lines = line === null ? [] : [line];
  for (const quantities of read) {
    for (const quantity of quantities) {
      const { line } = quantity;
      if (line !== null && !lines.includes(line)) lines.push(line);
    }
  }
  return lines.sort((a, b) => a - b);
}
