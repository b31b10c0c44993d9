import { z } from "zod";
import { code, oneOf, optionalText, type TableSchema, text } from "./table_schema.ts";

/**
 * How printed numbers of an indicator relate to the quantity: a count is exact to the unit,
 * a measure was rounded to the decimals that it is printed with, or more coarsely, as 748 000 to thousands.
 */
export const precisions = [
  "count",
  "rounded",
  "rounded-to-10",
  "rounded-to-100",
  "rounded-to-1000",
  "rounded-to-10000",
  "rounded-to-100000",
  "rounded-to-1000000",
] as const;

/** How precisely the numbers of an indicator are printed. */
export type Precision = typeof precisions[number];

/**
 * The decimals that a precision leaves of those that are printed.
 *
 * @param precision The precision of the indicator.
 * @param printed How many decimals are printed.
 * @returns Below 0 for tens and more: −3 for thousands.
 */
export function decimalsLeft(precision: Precision, printed: number): number {
  const zeros = precision.split("-to-1")[1]?.length;
  return zeros === undefined ? printed : Math.min(printed, -zeros);
}

const row = z.strictObject({
  id: code("Code of the indicator"),
  unit: code("Unit of every observation of this indicator"),
  precision: oneOf(
    precisions,
    "count: exact to the unit; rounded: known to the decimals printed; rounded-to-1000: known to thousands",
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
