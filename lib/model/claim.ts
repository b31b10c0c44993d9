import * as z from "zod";
import {
  code,
  oneOf,
  optionalDecimal,
  optionalLine,
  optionalText,
  table,
  texts,
  topic,
  unit,
} from "./columns.ts";
import type { Label, Wording } from "./label.ts";
import { operandsCell, referenceCell, type Relation, starredCell } from "./relation.ts";
import { type RelationKind, relationKinds } from "./relation_shapes.ts";

/** Whether the report says it in so many words, or its numbers imply it. */
export const claimBases = ["stated", "implied"] as const;

/** The table `claims.csv`. */
export const claims = table(
  "claims",
  "What the report states or implies, as relations between its printed values",
  z.strictObject({
    id: starredCell("expected a code, with * only where the result has one").meta({
      description: "Code of the claim; each * is replaced by what that of the result matched",
    }),
    kind: oneOf(relationKinds, "The relation between the printed values"),
    basis: oneOf(claimBases, "Said by the report in so many words, or implied by its numbers"),
    result: referenceCell("expected the code of an observation").meta({
      description:
        "The observation that is judged; * makes one claim for each that matches, ? marks one that is not printed",
    }),
    operands: operandsCell().meta({
      description:
        "Observations and norms that it is computed from; those after / divide, ? marks one that is not printed",
    }),
    rule: optionalText("For norm, bound and mixture one of their sides, for trend the word"),
    line: optionalLine("Line of the source that states it; empty where the numbers imply it"),
    topic: topic("What of the report it speaks of"),
    statement: texts(
      "The claim, restated; {indicator}, {period}, {scope}, {territory} and {row} are the result's",
    ),
  }).superRefine((cells, context) => {
    const stars = (cell: string) => cell.split("*").length - 1;
    const complain = (column: keyof typeof cells, message: string) =>
      context.addIssue({ code: "custom", path: [column], message });
    if (stars(cells.id) !== stars(cells.result)) {
      complain("id", "expected a * for each that the result has");
    }
    if (cells.operands.includes("*") && stars(cells.result) === 0) {
      complain("operands", "expected no * where the result has none");
    }
  }),
);

/** One row of `claims.csv`, or a claim of a printed table: one claim, or one for each observation that its `*` matches. */
export type ClaimRow = z.infer<typeof claims.row> & Pick<Relation, "computed">;

/** One thing that the report states or implies, with what it is computed from. */
export interface Claim {
  /** Its code, where a `*` of the table is filled in. */
  readonly id: string;
  /** The relation between the values. */
  readonly kind: RelationKind;
  /** Whether the report says it in so many words, or its numbers imply it. */
  readonly basis: typeof claimBases[number];
  /** Id of the observation whose printed value is judged; `null` where the report prints none. */
  readonly result: string | null;
  /** Ids that are added up; for a share or ratio, the numerator. */
  readonly operands: readonly string[];
  /** Ids that the numerator is divided by, in a share or ratio; in a roll-forward, what goes out. */
  readonly divisors: readonly string[];
  /** What would be needed and is not printed: the claim then lacks its base. */
  readonly missing: readonly Missing[];
  /** The relation as declared, with what is not printed in its place. */
  readonly relation: Relation;
  /** For a norm, bound or mixture one of their sides, for a trend the word; `""` for others. */
  readonly rule: string;
  /** Line of the source that states it, where one does. */
  readonly line: number | null;
  /** Id of the topic of the report. */
  readonly topic: string;
  /** What it states, in words. */
  readonly statement: Label;
}

/** A value that a relation needs and the report does not print, with the words that name it. */
export interface Missing {
  /** Its code. */
  readonly id: string;
  /** What it is. */
  readonly label: Label;
}

/** The table `trend-words.csv`. */
export const trendWords = table(
  "trend-words",
  "Words for changes and comparisons, with the limits within which they hold",
  z.strictObject({
    id: code("Code of the word"),
    direction: oneOf(
      ["increase", "decrease", "none", "part"],
      "Which way the quantity went, or that it is a part of another",
    ),
    min_percent: optionalDecimal(
      "Least size of the change or of the part, in per cent of the first or whole value",
    ),
    max_percent: optionalDecimal(
      "The size of the change or of the part stays under this, in per cent of the same",
    ),
    label: texts("The word"),
    definition: texts(
      "When the word is taken to hold, and why the limits are where they are",
      "any",
    ),
  }).superRefine(({ direction, min_percent, max_percent }, context) => {
    const complain = (path: "min_percent" | "max_percent", message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
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
  }),
);

/** A word for a change or a comparison, with the limits within which it is taken to hold. */
export interface TrendWord<Text = Wording> {
  /** Code of the word. */
  readonly id: string;
  /** Which way the quantity went, or that it is a part of another. */
  readonly direction: "increase" | "decrease" | "none" | "part";
  /** Least size of the change or part, in per cent of the first or whole value; `null` for no limit. */
  readonly min_percent: number | null;
  /** The size stays under this, in per cent of the same; `null` for no limit. */
  readonly max_percent: number | null;
  /** The word. */
  readonly label: Text;
  /** When the word is taken to hold, and why the limits are where they are. */
  readonly definition: Text;
}

/** The table `unprinted.csv`. */
export const unprinted = table(
  "unprinted",
  "Values that claims would need and the report does not print",
  z.strictObject({
    id: code("Code of the value, which claims.csv marks with ?"),
    unit: unit("Unit, one of indicators.csv"),
    label: texts("What is not printed, as it is named within a sentence"),
  }),
);

/** One row of `unprinted.csv`: a value that a claim would need and the report does not print. */
export interface UnprintedRow<Text = Label> {
  /** Code of the value. */
  readonly id: string;
  /** Its unit. */
  readonly unit: string;
  /** What is not printed, as it is named within a sentence. */
  readonly label: Text;
}
