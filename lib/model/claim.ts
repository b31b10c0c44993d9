import * as column from "./columns.ts";
import type { Label, Named, Wording } from "./label.ts";
import * as relations from "./relation.ts";

/** Whether the report says it in so many words, or its numbers imply it. */
export const claimBases = ["stated", "implied"] as const;

/** The table `claims.csv`. */
export const claims = column.table(
  "What the report states or implies, as relations between its printed values",
  {
    id: relations.starredCode(
      "Code of the claim; each * is replaced by what that of the result matched",
    ),
    kind: column.oneOf(relations.relationKinds, "The relation between the printed values"),
    basis: column.oneOf(
      claimBases,
      "Said by the report in so many words, or implied by its numbers",
    ),
    result: relations.reference(
      "The observation that is judged; * makes one claim for each that matches, ? marks one that is not printed",
    ),
    operands: relations.operands(
      "Observations and norms that it is computed from; those after / divide, ? marks one that is not printed",
    ),
    rule: relations.rule(),
    line: column.optionalLine(
      "Line of the source that states it; empty where the numbers imply it",
    ),
    topic: column.topic(),
    statement: column.texts(
      "The claim, restated; {indicator}, {period}, {scope}, {territory} and {row} are the result's",
    ),
  },
  {
    check({ id, result, operands }, complain) {
      const stars = (cell: string) => cell.split("*").length - 1;
      if (stars(id) !== stars(result)) complain("id", "expected a * for each that the result has");
      if (operands.includes("*") && stars(result) === 0) {
        complain("operands", "expected no * where the result has none");
      }
    },
  },
);

/** One row of `claims.csv`, or a claim of a printed table: one claim, or one for each observation that its `*` matches. */
export type ClaimRow = column.RowOf<typeof claims> & Pick<relations.Relation, "computed">;

/** One thing that the report states or implies, with what it is computed from. */
export interface Claim {
  /** Its code, where a `*` of the table is filled in. */
  readonly id: string;
  /** The relation between the values. */
  readonly kind: relations.RelationKind;
  /** Whether the report says it in so many words, or its numbers imply it. */
  readonly basis: typeof claimBases[number];
  /** Id of the observation whose printed value is judged; `null` where the report prints none. */
  readonly result: string | null;
  /** Ids that are added up; for a share or ratio, the numerator. */
  readonly operands: readonly string[];
  /** Ids that the numerator is divided by, in a share or ratio; in a roll-forward, what goes out. */
  readonly divisors: readonly string[];
  /** What would be needed and is not printed, with the words that name it: the claim then lacks its base. */
  readonly missing: readonly Named<Label>[];
  /** The relation as declared, with what is not printed in its place. */
  readonly relation: relations.Relation;
  /** For a norm, bound or mixture one of their sides, for a trend the word; `""` for others. */
  readonly rule: string;
  /** Line of the source that states it, where one does. */
  readonly line: number | null;
  /** Id of the topic of the report. */
  readonly topic: string;
  /** What it states, in words. */
  readonly statement: Label;
}

/** The table `trend-words.csv`. */
export const trendWords = column.table(
  "Words for changes and comparisons, with the limits within which they hold",
  {
    ...column.named("word", "The word"),
    direction: column.oneOf(
      ["increase", "decrease", "none", "part"],
      "Which way the quantity went, or that it is a part of another",
    ),
    min_percent: column.optionalDecimal(
      "Least size of the change or of the part, in per cent of the first or whole value",
    ),
    max_percent: column.optionalDecimal(
      "The size of the change or of the part stays under this, in per cent of the same",
    ),
    definition: column.texts(
      "When the word is taken to hold, and why the limits are where they are",
      "any",
    ),
  },
  {
    check({ direction, min_percent, max_percent }, complain) {
      if (min_percent !== null && min_percent < 0) complain("min_percent", "expected 0 or more");
      if (max_percent !== null && max_percent <= (min_percent ?? 0)) {
        complain("max_percent", "expected more than 0 and than min_percent");
      }
      if (direction === "none" && min_percent !== null) {
        complain("min_percent", "expected nothing for direction none");
      }
      if (direction === "none" && max_percent === null) {
        complain("max_percent", "expected a limit for direction none");
      }
    },
  },
);

/** A word for a change or a comparison, with the limits within which it is taken to hold. */
export interface TrendWord<Text = Wording> extends Named<Text> {
  /** Which way the quantity went, or that it is a part of another. */
  readonly direction: "increase" | "decrease" | "none" | "part";
  /** Least size of the change or part, in per cent of the first or whole value; `null` for no limit. */
  readonly min_percent: number | null;
  /** The size stays under this, in per cent of the same; `null` for no limit. */
  readonly max_percent: number | null;
  /** When the word is taken to hold, and why the limits are where they are. */
  readonly definition: Text;
}

/** The table `unprinted.csv`. */
export const unprinted = column.table(
  "Values that claims would need and the report does not print",
  {
    id: column.code("Code of the value, which claims.csv marks with ?"),
    unit: column.unit("Unit, one of indicators.csv"),
    label: column.texts("What is not printed, as it is named within a sentence"),
  },
);

/** One row of `unprinted.csv`: a value that a claim would need and the report does not print. */
export interface UnprintedRow<Text = Label> extends Named<Text> {
  /** Its unit. */
  readonly unit: string;
}

/** What a claim has of its relation: what is computed and of what, as far as it is printed. */
export function termsOfClaim(
  relation: relations.Relation,
  missing: readonly string[],
): Pick<Claim, "relation" | "kind" | "rule" | "result" | "operands" | "divisors"> {
  const { kind, rule, result, operands, divisors } = relation;
  const isPrinted = (id: string) => !missing.includes(id);
  return {
    ...{ relation, kind, rule, result: isPrinted(result) ? result : null },
    operands: operands.filter(isPrinted),
    divisors: divisors.filter(isPrinted),
  };
}

/** The table `errata.csv`. */
export const errata = column.table(
  "Inconsistencies of the report that are known, each with its reason",
  {
    claim: column.key({
      ...column.text("Code of the claim that contradicts the print"),
      refersTo: "claims",
    }),
    difference: column.matching<string | null>(
      "Printed minus recomputed, as a decimal or a fraction such as 5/3; empty for a norm, bound or trend. Another difference is another contradiction",
      /^(-?\d+(\.\d+|\/[1-9]\d*)?)?$/,
      "expected a number such as -3.5 or 5/3, or nothing",
      { read: (cell) => cell || null },
    ),
    reason: column.texts("What may explain it"),
  },
);

/** A declared contradiction with its reason. */
export interface Erratum<Text = Wording> {
  /** Id of the claim that contradicts the print. */
  readonly claim: string;
  /** Printed minus recomputed, such as `-3.5` or `5/3`; `null` for a norm, bound or trend. */
  readonly difference: string | null;
  /** What may explain it. */
  readonly reason: Text;
}
