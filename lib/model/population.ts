import { z } from "zod";
import { code, optionalText, type TableSchema, text } from "./table_schema.ts";

const row = z.strictObject({
  id: code("Code of the population"),
  label_ru: text("Russian name"),
  label_en: text("English name"),
  age_band: optionalText(
    "Age band in whole years, both ends included; -30 is up to 30, empty where none is printed",
  )
    .regex(/^(\d*-\d*)?$/, "expected an age band such as 15-29, -14 or nothing"),
  note_en: optionalText("Where and how the report draws the band, in English"),
  note_ru: optionalText("The same in Russian"),
});

/** The people (or things) a number speaks of, with the age band as printed. */
export type Population = z.infer<typeof row>;

/** The table `populations.csv`. */
export const populations = {
  name: "populations",
  title: "Groups of people, with the age bands that the report prints",
  row,
  primaryKey: ["id"],
  foreignKeys: [],
} as const satisfies TableSchema;
