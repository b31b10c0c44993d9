import { z } from "zod";
import { referenceCell } from "./relation.ts";
import { code, positiveInteger, type TableSchema, text } from "./table_schema.ts";
import { topicCode } from "./topic.ts";

const row = z.strictObject({
  id: code("Code of the question"),
  result: referenceCell("expected the code of an observation").describe(
    "The observation that a definition must give; ? marks one that is not printed",
  ),
  unit: code("Unit of the result"),
  line: positiveInteger("Line of the source where the definition is left open"),
  topic: topicCode("What of the report it speaks of"),
  question_ru: text("What the report leaves open, in Russian"),
  question_en: text("What the report leaves open, in English"),
});

/** One row of `definitions.csv`: a question of definition that the report leaves open. */
export type Definition = z.infer<typeof row>;

/** The table `definitions.csv`. */
export const definitions = {
  name: "definitions",
  title: "Questions of definition that the report leaves open: who, over what, counted how",
  row,
  primaryKey: ["id"],
  foreignKeys: [{ field: "topic", table: "topics" }],
} as const satisfies TableSchema;
