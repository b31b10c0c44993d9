import { z } from "zod";
import { code, optionalDecimal, positiveInteger, type TableSchema, text } from "./table_schema.ts";

const row = z.strictObject({
  id: code("Code of the norm"),
  indicator: code("The indicator that the norm speaks of"),
  low: optionalDecimal("Least recommended value, in the indicator's unit; empty for no limit"),
  high: optionalDecimal("Greatest recommended value; empty for no limit"),
  unit: code("Unit of the norm"),
  label_ru: text("Russian name"),
  label_en: text("English name"),
  source_ru: text("Who recommends it, and where"),
  source_en: text("Who recommends it, and where, in English"),
  printed: text("The norm as the report prints it"),
  line: positiveInteger("Line of the source text, from 1"),
})
  .refine(({ low, high }) => low !== null || high !== null, {
    path: ["low"],
    error: "expected a low or a high limit",
  })
  .refine(({ low, high }) => low === null || high === null || low <= high, {
    path: ["high"],
    error: "expected no less than the low limit",
  });

/** A recommended value with its own source. */
export type Norm = z.infer<typeof row>;

/** The table `norms.csv`. */
export const norms = {
  name: "norms",
  title: "Recommended values, each with its source",
  row,
  primaryKey: ["id"],
  foreignKeys: [{ field: "indicator", table: "indicators" }],
} as const satisfies TableSchema;
