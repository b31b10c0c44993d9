import { z } from "zod";
import {
  decimal,
  naturalNumber,
  oneOf,
  optionalCode,
  positiveInteger,
  type TableSchema,
  text,
} from "./table_schema.ts";

/** What a numeral of the source is: what it counts or, if it counts nothing, what it marks. */
export const numeralClasses = [
  "indicator",
  "norm",
  "event",
  "network",
  "date",
  "legal-reference",
  "ordinal",
  "age-bound",
  "footnote",
  "other",
] as const;

const row = z.strictObject({
  line: positiveInteger("Line of the source text, from 1"),
  offset: naturalNumber("Characters of the line before the numeral"),
  printed: text("The numeral as the source prints it, in digits, Roman or a word"),
  value: decimal("The number that it stands for"),
  class: oneOf(numeralClasses, "What it counts or marks"),
  ref: optionalCode("Code of the observation, norm or claim that carries it"),
});

/** One row of `numerals.csv`: one numeral of the source, accounted for. */
export type Numeral = z.infer<typeof row>;

/** The table `numerals.csv`. */
export const numerals = {
  name: "numerals",
  title: "Every numeral of the source: digits, Roman numerals and counts in words",
  row,
  primaryKey: ["line", "offset"],
  foreignKeys: [],
} as const satisfies TableSchema;
