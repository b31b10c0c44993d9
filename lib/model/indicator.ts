import { z } from "zod";
import { code, oneOf, optionalText, type TableSchema, text } from "./table_schema.ts";

/**
 * How printed numbers of an indicator relate to the quantity: a count is exact to the unit,
 * a measure was rounded to the decimals that it is printed with.
 */
export const precisions = ["count", "rounded"] as const;

const row = z.strictObject({
  id: code("Code of the indicator"),
  unit: code("Unit of every observation of this indicator"),
  precision: oneOf(
    precisions,
    "count: exact to the unit; rounded: known to the decimals printed",
  ),
  label_ru: text("Russian name"),
  label_en: text("English name"),
  unit_ru: text("Unit as written in Russian"),
  unit_en: text("Unit as written in English"),
  definition_en: text("What is counted or computed, in one sentence, in English"),
  definition_ru: optionalText("The same in Russian"),
});

/** A defined quantity with a unit. */
export type Indicator = z.infer<typeof row>;

/** The table `indicators.csv`. */
export const indicators = {
  name: "indicators",
  title: "Quantities that the report gives, with their units",
  row,
  primaryKey: ["id"],
  foreignKeys: [],
} as const satisfies TableSchema;
