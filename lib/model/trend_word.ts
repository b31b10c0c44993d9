import { z } from "zod";
import { code, oneOf, optionalDecimal, type TableSchema, text } from "./table_schema.ts";

/** Which way a word says that a quantity went. */
export const directions = ["increase", "decrease", "none"] as const;

const row = z.strictObject({
  id: code("Code of the word"),
  direction: oneOf(directions, "Which way the quantity went"),
  min_percent: optionalDecimal("Least size of the change, in per cent of the first value"),
  max_percent: optionalDecimal(
    "The size of the change stays under this, in per cent of the first value",
  ),
  label_ru: text("The word in Russian"),
  label_en: text("The word in English"),
  definition_en: text("When the word is taken to hold, and why the limits are where they are"),
});

/** A word for a change or a comparison, with the limits within which it is taken to hold. */
export type TrendWord = z.infer<typeof row>;

/** The table `trend-words.csv`. */
export const trendWords = {
  name: "trend-words",
  title: "Words for changes and comparisons, with the limits within which they hold",
  row,
  primaryKey: ["id"],
  foreignKeys: [],
} as const satisfies TableSchema;
