import { z } from "zod";
import { code, type TableSchema, text } from "./table_schema.ts";

const row = z.strictObject({
  id: code("Code of the value, which claims.csv marks with ?"),
  unit: code("Unit, one of indicators.csv"),
  label_ru: text("What is not printed, in Russian, as it is named within a sentence"),
  label_en: text("What is not printed, in English, as it is named within a sentence"),
});

/** One row of `unprinted.csv`: a value that a claim would need and the report does not print. */
export type UnprintedRow = z.infer<typeof row>;

/** The table `unprinted.csv`. */
export const unprinted = {
  name: "unprinted",
  title: "Values that claims would need and the report does not print",
  row,
  primaryKey: ["id"],
  foreignKeys: [],
} as const satisfies TableSchema;
