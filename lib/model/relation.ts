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
  /** When the relation holds, in words. */
  readonly holds: string;
  /** Which units the operands must have. */
  readonly units: UnitRule;
  /** How many operands stand before the `/` at least. @default 1 */
  readonly least?: number;
  /** How many stand there at most. @default Any number */
  readonly most?: number;
  /** Whether operands stand after the `/`. @default None may */
  readonly divisors?: "needed" | "optional";
  /** The words that its rule can be. @default It has no rule */
  readonly rules?: readonly string[];
}

/** The kinds of relation, in the order in which they are documented. */
export const relationKinds = [
  "sum",
  "difference",
  "share",
  "shares",
  "ratio",
  "product",
  "growth",
  "roll-forward",
  "mean",
  "mixture",
  "same",
  "norm",
  "bound",
  "trend",
  "part",
] as const;

/** A kind of relation between printed values. */
export type RelationKind = typeof relationKinds[number];

/** What each kind of relation takes. */
export const relationShapes: Readonly<Record<RelationKind, RelationShape>> = {
  sum: { holds: "result = sum of the operands", units: "result's" },
  difference: { holds: "result = first operand − second", units: "result's", least: 2, most: 2 },
  share: {
    holds: "result = sum of the operands ÷ sum of the divisors, in per cent or its kin",
    units: "per cent of one",
    divisors: "needed",
  },
  shares: {
    holds: "result and operands are the shares of one whole: together 100",
    units: "per cent",
  },
  ratio: {
    holds: "result = sum of the operands ÷ sum of the divisors",
    units: "any",
    divisors: "needed",
  },
  product: { holds: "result = product of the operands", units: "any" },
  growth: {
    holds: "result = sum of the operands ÷ sum of the divisors − 1, in per cent or its kin",
    units: "per cent of one",
    divisors: "needed",
  },
  "roll-forward": {
    holds: "result = what there was and what came in (operands) − what went out (after the /)",
    units: "result's",
    divisors: "needed",
  },
  mean: {
    holds: "result (÷ divisors, if any) lies between the least and the greatest operand",
    units: "one",
    least: 2,
    divisors: "optional",
  },
  mixture: {
    holds:
      "result is the mean of the first two operands, the third is the weight of the first in %",
    units: "parts and weight",
    least: 3,
    most: 3,
    rules: ["by-divisor", "by-numerator"],
  },
  same: { holds: "result = the operand, printed elsewhere", units: "result's", most: 1 },
  norm: {
    holds: "result (in % of the divisors, if any) lies so to the norm that is the operand",
    units: "norm's",
    most: 1,
    divisors: "optional",
    rules: ["within", "below", "above"],
  },
  bound: {
    holds: "result lies so to the sum of the operands (÷ divisors, if any)",
    units: "result's unless divided",
    divisors: "optional",
    rules: ["at-most", "at-least", "less-than", "more-than"],
  },
  trend: {
    holds: "the change from operand to result is one that the word allows",
    units: "result's",
    most: 1,
  },
  part: {
    holds: "result is a part of the operand that the word allows, in per cent of it",
    units: "result's",
    most: 1,
  },
};

/** The kinds that compare with a limit; every other is an equality and states one number. */
export const comparisonKinds: ReadonlySet<RelationKind> = new Set<RelationKind>(
  ["mean", "norm", "bound", "trend", "part"],
);

/** A relation between values, which are named by their ids, whether they are printed or not. */
export type Relation = Terms<string>;

/** A relation with something for each of its values: an id, or every number that it may be. */
export interface Terms<T> {
  /** What kind of relation it is. */
  readonly kind: RelationKind;
  /** What is computed. */
  readonly result: T;
  /** Those before the `/`, in order. */
  readonly operands: readonly T[];
  /** Those after the `/`: what divides, or goes out in a roll-forward. */
  readonly divisors: readonly T[];
  /** For a norm, bound or mixture one of their sides, for a trend the word; `""` for others. */
  readonly rule: string;
  /** Of what numbers the result was computed; without it the precision of each number tells how it counts. */
  readonly computed?: "as-printed" | "from-unrounded";
}

/** How a result was computed: of the numbers as they are printed, or before they were rounded. */
export const computations = ["as-printed", "from-unrounded"] as const;

/** A relation with other things for its values. */
export function mapTerms<T, U>(terms: Terms<T>, change: (value: T) => U): Terms<U> {
  return {
    ...terms,
    result: change(terms.result),
    operands: terms.operands.map(change),
    divisors: terms.divisors.map(change),
  };
}

/** The relation of a row, and what of it is marked with `?` as not printed. */
export function parseRelation(
  row: Omit<Relation, "operands" | "divisors"> & { readonly operands: string },
): { readonly relation: Relation; readonly missing: readonly string[] } {
  const { kind, result, rule, computed } = row;
  const [operands, divisors = []] = row.operands.split(" / ").map((list) => list.split(" "));
  const plain = (token: string) => token.replace("?", "");
  const marked = { kind, result, operands, divisors, rule, ...(computed && { computed }) };
  return {
    relation: mapTerms(marked, plain),
    missing: [result, ...operands, ...divisors].filter((one) => one.startsWith("?")).map(plain),
  };
}
