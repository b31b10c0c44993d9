import { z } from "zod";
import { code, oneOf, optionalText, type TableSchema, text } from "./table_schema.ts";

/** What kind of thing a scope is. */
export const scopeKinds = ["residents", "institutions", "programme"] as const;

const row = z.strictObject({
  id: code("Code of the scope"),
  kind: oneOf(scopeKinds, "Residents of an area, a set of institutions, or one programme"),
  label_ru: text("Russian name"),
  label_en: text("English name"),
  definition_en: text("What belongs to the scope, in English"),
  definition_ru: optionalText("The same in Russian"),
});

/** The institutions, residents or programme over which a number is counted. */
export type Scope = z.infer<typeof row>;

/** The table `scopes.csv`. */
export const scopes = {
  name: "scopes",
  title: "Sets of institutions, residents and programmes over which numbers are counted",
  row,
  primaryKey: ["id"],
  foreignKeys: [],
} as const satisfies TableSchema;
