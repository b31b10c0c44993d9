/**
 * Which units fit, in any scale: all the result's; the result's unless there are divisors; operands of one unit, which is the
 * result's unless there are divisors; all of one unit, with a result in per cent; all in per cent; the norm the result's,
 * or in per cent where there are divisors; two parts of the result's unit and a weight in per cent; any.
 */
export type UnitRule =
  | "result's"
  | "result's unless divided"
  | "one"
  | "per cent of one"
  | "per cent"
  | "norm's"
  | "parts and weight"
  | "any";

/** What a kind of relation takes: how many operands, what divides, which units fit, which rules it has. */
export interface RelationShape {
  /** When the relation holds, for the documentation. */
  readonly holds: string;
  /** How many operands stand before the `/`; without `most` any number from `least` on. */
  readonly operands: { readonly least: number; readonly most?: number };
  /** Whether operands stand after the `/`. */
  readonly divisors: "none" | "needed" | "optional";
  /** Which units the operands must have. */
  readonly units: UnitRule;
  /** The words that its rule can be; none where it has no rule. */
  readonly rules: readonly string[];
}

const bounds = ["at-most", "at-least", "less-than", "more-than"] as const;

/** Every kind of relation, in the order in which they are documented. */
export const relationShapes = {
  sum: {
    holds: "result = sum of the operands",
    operands: { least: 1 },
    divisors: "none",
    units: "result's",
    rules: [],
  },
  difference: {
    holds: "result = first operand − second",
    operands: { least: 2, most: 2 },
    divisors: "none",
    units: "result's",
    rules: [],
  },
  share: {
    holds: "result = sum of the operands ÷ sum of the divisors, in per cent or its kin",
    operands: { least: 1 },
    divisors: "needed",
    units: "per cent of one",
    rules: [],
  },
  shares: {
    holds: "result and operands are the shares of one whole: together 100",
    operands: { least: 1 },
    divisors: "none",
    units: "per cent",
    rules: [],
  },
  ratio: {
    holds: "result = sum of the operands ÷ sum of the divisors",
    operands: { least: 1 },
    divisors: "needed",
    units: "any",
    rules: [],
  },
  product: {
    holds: "result = product of the operands",
    operands: { least: 1 },
    divisors: "none",
    units: "any",
    rules: [],
  },
  growth: {
    holds: "result = sum of the operands ÷ sum of the divisors − 1, in per cent or its kin",
    operands: { least: 1 },
    divisors: "needed",
    units: "per cent of one",
    rules: [],
  },
  "roll-forward": {
    holds: "result = what there was and what came in (operands) − what went out (after the /)",
    operands: { least: 1 },
    divisors: "needed",
    units: "result's",
    rules: [],
  },
  mean: {
    holds: "result (÷ divisors, if any) lies between the least and the greatest operand",
    operands: { least: 2 },
    divisors: "optional",
    units: "one",
    rules: [],
  },
  mixture: {
    holds:
      "result is the mean of the first two operands, the third is the weight of the first in %",
    operands: { least: 3, most: 3 },
    divisors: "none",
    units: "parts and weight",
    rules: ["by-divisor", "by-numerator"],
  },
  same: {
    holds: "result = the operand, printed elsewhere",
    operands: { least: 1, most: 1 },
    divisors: "none",
    units: "result's",
    rules: [],
  },
  norm: {
    holds: "result (in % of the divisors, if any) lies so to the norm that is the operand",
    operands: { least: 1, most: 1 },
    divisors: "optional",
    units: "norm's",
    rules: ["within", "below", "above"],
  },
  bound: {
    holds: "result lies so to the sum of the operands (÷ divisors, if any)",
    operands: { least: 1 },
    divisors: "optional",
    units: "result's unless divided",
    rules: bounds,
  },
  trend: {
    holds: "the change from operand to result is one that the word allows",
    operands: { least: 1, most: 1 },
    divisors: "none",
    units: "result's",
    rules: [],
  },
  part: {
    holds: "result is a part of the operand that the word allows, in per cent of it",
    operands: { least: 1, most: 1 },
    divisors: "none",
    units: "result's",
    rules: [],
  },
} as const satisfies Record<string, RelationShape>;

/** A kind of relation between printed values. */
export type RelationKind = keyof typeof relationShapes;

/** The kinds that compare with a limit; every other is an equality and states one number. */
export const comparisonKinds: ReadonlySet<RelationKind> = new Set([
  "mean",
  "norm",
  "bound",
  "trend",
  "part",
]);

/** The kinds of relation. */
export const relationKinds = Object.keys(relationShapes) as [RelationKind, ...RelationKind[]];
