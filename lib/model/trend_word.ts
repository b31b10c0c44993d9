import { z } from "zod";
import {
  code,
  oneOf,
  optionalDecimal,
  optionalText,
  type TableSchema,
  text,
} from "./table_schema.ts";

/** Which way a word says that a quantity went, or that it is a part of another. */
export const directions = ["increase", "decrease", "none", "part"] as const;

const row = z.strictObject({
  id: code("Code of the word"),
  direction: oneOf(directions, "Which way the quantity went, or that it is a part of another"),
  min_percent: optionalDecimal(
    "Least size of the change or of the part, in per cent of the first or whole value",
  ),
  max_percent: optionalDecimal(
    "The size of the change or of the part stays under this, in per cent of the same",
  ),
  label_ru: text("The word in Russian"),
  label_en: text("The word in English"),
  definition_en: text(
    "When the word is taken to hold, and why the limits are where they are, in English",
  ),
  definition_ru: optionalText("The same in Russian"),
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
