import { z } from "zod";
import { code, optionalText, type TableSchema, text } from "./table_schema.ts";

const row = z.strictObject({
  id: code("Code"),
  label_ru: text("Russian name"),
  label_en: text("English name"),
  definition_ru: text("What it means, in Russian"),
  definition_en: text("What it means, in English"),
  rule_ru: optionalText(
    "What counts, what does not, and how a doubtful case is decided; in Russian",
  ),
  rule_en: optionalText("The same in English"),
});

/** One word of a vocabulary that initiatives, or strings that are none, are coded with. */
export type Term = z.infer<typeof row>;

function vocabulary<const Name extends string>(name: Name, title: string) {
  return { name, title, row, primaryKey: ["id"], foreignKeys: [] } as const satisfies TableSchema;
}

/** The table `reasons.csv`. */
export const reasons = vocabulary("reasons", "Why a quoted string names no initiative");
/** The table `sections.csv`. */
export const sections = vocabulary("sections", "Parts of the report");
/** The table `kinds.csv`. */
export const kinds = vocabulary("kinds", "Kinds of initiatives");
/** The table `audiences.csv`. */
export const audiences = vocabulary("audiences", "Whom initiatives are for");
/** The table `themes.csv`. */
export const themes = vocabulary("themes", "What initiatives are about");
/** The table `channels.csv`. */
export const channels = vocabulary("channels", "Where initiatives reach their audience");
/** The table `platforms.csv`. */
export const platforms = vocabulary("platforms", "Online services and media that initiatives use");
