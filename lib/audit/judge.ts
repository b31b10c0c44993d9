import type { Claim, ClaimKind } from "../model/claim.ts";
import type { Exact } from "../model/interval.ts";
import type { TrendWord } from "../model/trend_word.ts";
import { roundingModes, type Verdict, type VerdictKind } from "../model/verdict.ts";
import { gap, point } from "../numbers/interval.ts";
import { type Agreement, agreement, type ClaimInputs } from "./agreement.ts";
import type { Quantities, Quantity } from "./quantities.ts";
import { recompute, single } from "./recompute.ts";

/** Kinds whose result is one printed number that the operands should give. */
const equalities: readonly ClaimKind[] = [
  "sum",
  "difference",
  "share",
  "ratio",
  "product",
  "growth",
  "same",
];

/**
 * Finds what holds of a claim.
 *
 * An equality is `exact` if the printed operands give the printed result to the last digit; a norm, a bound
 * or a trend, if it holds for every value that the print stands for.
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
  const read = [...operands, ...divisors, ...(result ? [result] : [])];
  const lines = [...(claim.line === null ? [] : [claim.line]), ...read.map(({ line }) => line)];
  const base = {
    claim,
    printed: result?.printed ?? "",
    lines: [...new Set(lines)].toSorted((a, b) => a - b),
  };
  if (result === undefined || claim.missing.length > 0) {
    return { ...base, kind: "unsupported", ...nothing };
  }

  const inputs: ClaimInputs = { claim, result, operands, divisors, word: words.get(claim.rule) };
  const fits = new Map(roundingModes.map((mode) => [mode, agreement(inputs, mode)]));
  const halfUp = fits.get("half-up") as Agreement;
  const fitting = roundingModes.filter((mode) => fits.get(mode)?.fit !== "none");
  const isEquality = equalities.includes(claim.kind);
  const computed = recomputeValue(inputs);
  const difference = isEquality && computed && result.value ? result.value.sub(computed) : null;
  const isExact = isEquality ? difference?.equals(0) ?? false : halfUp.fit === "all";
  return {
    ...base,
    kind: verdictKind(isExact, halfUp.fit !== "none", fitting.length > 0),
    computed,
    computedInterval: halfUp.computed,
    printedInterval: isEquality ? halfUp.allowed : result.interval("half-up"),
    difference,
    slack: gap(
      claim.kind === "bound" ? result.interval("half-up") : halfUp.computed,
      halfUp.allowed,
    ),
    roundingModes: fitting,
  };
}

const nothing = {
  computed: null,
  computedInterval: null,
  printedInterval: null,
  difference: null,
  slack: null,
  roundingModes: [],
} as const;

function verdictKind(isExact: boolean, fits: boolean, fitsOtherwise: boolean): VerdictKind {
  if (isExact) return "exact";
  if (fits) return "within-rounding";
  return fitsOtherwise ? "other-rounding" : "inconsistent";
}

function recomputeValue({ claim, result, operands, divisors }: ClaimInputs): Exact | null {
  const judgesResult = claim.kind === "norm" || claim.kind === "trend";
  const used = [
    ...(claim.kind === "norm" ? [] : operands),
    ...divisors,
    ...(judgesResult ? [result] : []),
  ];
  if (used.some(({ value }) => value === null)) return null;
  const points = (quantities: readonly Quantity[]) =>
    quantities.flatMap(({ value }) => value === null ? [] : [point(value)]);
  const [judged] = points([result]);
  return single(
    recompute(claim.kind, {
      operands: points(operands),
      divisors: points(divisors),
      result: judged,
    }),
  );
}
