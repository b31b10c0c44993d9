import { z } from "zod";
import { operandsCell, parseRelation, referenceCell } from "./relation.ts";
import { relationKinds } from "./relation_shapes.ts";
import { code, oneOf, optionalText, type TableSchema, text } from "./table_schema.ts";
import { topicCode } from "./topic.ts";

const row = z.strictObject({
  id: code("Code of the quantity that is inferred; later rows may compute with it"),
  kind: oneOf(relationKinds, "The relation that holds between it and printed values"),
  result: referenceCell("expected a code").describe("Result of the relation"),
  operands: operandsCell()
    .describe("Operands of the relation; just one value of it, marked with ?, is the one inferred"),
  rule: optionalText("For bound, norm and mixture one of their sides, for trend the word"),
  unit: code("Unit of the quantity that is inferred"),
  topic: topicCode("What of the report it speaks of"),
  statement_ru: text("What the quantity is, in Russian"),
  statement_en: text("What the quantity is, in English"),
}).superRefine((cells, context) => {
  const { relation, missing } = parseRelation(cells);
  const places = [relation.result, ...relation.operands, ...relation.divisors];
  const times = places.filter((id) => id === cells.id).length;
  if (missing.length !== 1 || missing[0] !== cells.id || times !== 1) {
    const message = `expected ?${cells.id} once, and no other ?`;
    context.addIssue({ code: "custom", path: ["operands"], message });
  }
});

/** One row of `inferences.csv`: a quantity that is not printed, with the relation that bounds it. */
export type Inference = z.infer<typeof row>;

/** The table `inferences.csv`. */
export const inferences = {
  name: "inferences",
  title:
    "Quantities that the report does not print but implies, with the relations that bound them",
  row,
  primaryKey: ["id"],
  foreignKeys: [{ field: "topic", table: "topics" }],
} as const satisfies TableSchema;
