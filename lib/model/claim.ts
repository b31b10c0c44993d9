import { z } from "zod";
import type { Label } from "./label.ts";
import { operandsCell, referenceCell, type Relation, starredCell } from "./relation.ts";
import { type RelationKind, relationKinds } from "./relation_shapes.ts";
import { oneOf, optionalText, type TableSchema, text } from "./table_schema.ts";
import { topicCode } from "./topic.ts";

/** The kinds of relation that a claim can state between printed values. */
export const claimKinds = relationKinds;

/** A kind of relation between printed values. */
export type ClaimKind = RelationKind;

/** Whether the report says it in so many words, or its numbers imply it. */
export const claimBases = ["stated", "implied"] as const;

const row = z.strictObject({
  id: starredCell("expected a code, with at most one *")
    .describe("Code of the claim; its * is replaced by what the result's * matched"),
  kind: oneOf(claimKinds, "The relation between the printed values"),
  basis: oneOf(claimBases, "Said by the report in so many words, or implied by its numbers"),
  result: referenceCell("expected the code of an observation")
    .describe(
      "The observation that is judged; * makes one claim for each that matches, ? marks one that is not printed",
    ),
  operands: operandsCell()
    .describe(
      "Observations and norms that it is computed from; those after / divide, ? marks one that is not printed",
    ),
  rule: optionalText("For norm, bound and mixture one of their sides, for trend the word"),
  line: z.string().regex(/^([1-9]\d*)?$/, "expected a line number or nothing")
    .transform((cell) => cell === "" ? null : Number(cell)).pipe(z.int().min(1).nullable())
    .describe("Line of the source that states it; empty where the numbers imply it"),
  topic: topicCode("What of the report it speaks of"),
  statement_ru: text("The claim in Russian, restated; {indicator} and {period} are the result's"),
  statement_en: text("The claim in English, restated; {indicator} and {period} are the result's"),
}).superRefine((cells, context) => {
  const stars = (cell: string) => cell.split("*").length - 1;
  const complain = (column: keyof typeof cells, message: string) =>
    context.addIssue({ code: "custom", path: [column], message });
  if (stars(cells.result) > 1) complain("result", "expected at most one *");
  if (stars(cells.id) !== Math.min(stars(cells.result), 1)) {
    complain("id", "expected a * where the result has one, and none elsewhere");
  }
  if (cells.operands.includes("*") && stars(cells.result) === 0) {
    complain("operands", "expected no * where the result has none");
  }
});

/** One row of `claims.csv`: one claim, or one for each observation that its `*` matches. */
export type ClaimRow = z.infer<typeof row>;

/** One thing that the report states or implies, with what it is computed from. */
export interface Claim {
  readonly id: string;
  readonly kind: ClaimKind;
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
  readonly rule: string;
  /** Line of the source that states it, where one does. */
  readonly line: number | null;
  /** Id of the topic of the report. */
  readonly topic: string;
  readonly statement: Label;
}

/** A value that a relation needs and the report does not print, with the words that name it. */
export interface Missing {
  readonly id: string;
  readonly label: Label;
}

/** The table `claims.csv`. */
export const claims = {
  name: "claims",
  title: "What the report states or implies, as relations between its printed values",
  row,
  primaryKey: ["id"],
  foreignKeys: [{ field: "topic", table: "topics" }],
} as const satisfies TableSchema;
