import { z } from "zod";
import { operandsCell } from "./relation.ts";
import { relationKinds } from "./relation_shapes.ts";
import { code, oneOf, optionalText, type TableSchema, text } from "./table_schema.ts";

const row = z.strictObject({
  id: code("Code of the candidate"),
  definition: code("The question that it would answer"),
  kind: oneOf(relationKinds, "The relation by which it would give the result"),
  operands: operandsCell()
    .describe("What it would be computed from, printed or inferred; ? marks what is neither"),
  rule: optionalText("For bound, norm and mixture one of their sides, for trend the word"),
  label_ru: text("The definition in Russian"),
  label_en: text("The definition in English"),
});

/** One row of `candidates.csv`: a definition that could have given a printed result. */
export type Candidate = z.infer<typeof row>;

/** The table `candidates.csv`. */
export const candidates = {
  name: "candidates",
  title: "Definitions that could have given a result, each as a relation",
  row,
  primaryKey: ["id"],
  foreignKeys: [{ field: "definition", table: "definitions" }],
} as const satisfies TableSchema;
