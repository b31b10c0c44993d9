import { z } from "zod";
import { code, lines, type TableSchema, text } from "./table_schema.ts";

const row = z.strictObject({
  id: code("Code of the topic"),
  lines: lines("The lines at which the report turns to it, ascending, parted by one space"),
  label_ru: text("Russian name"),
  label_en: text("English name"),
});

/** What a stretch of the report, or several, speaks of. */
export type Topic = z.infer<typeof row>;

/** The table `topics.csv`. */
export const topics = {
  name: "topics",
  title: "What the report speaks of, and where it turns to it",
  row,
  primaryKey: ["id"],
  foreignKeys: [],
} as const satisfies TableSchema;
