import { z } from "zod";
import { lines, type TableSchema, text } from "./table_schema.ts";

/** A topic's code. */
export function topicCode(description: string) {
  return z.string().regex(/^[a-z0-9]+([-._][a-z0-9]+)*$/, 'expected a code such as "collections"')
    .describe(description);
}

const row = z.strictObject({
  id: topicCode("Code of the topic"),
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
  optional: true,
} as const satisfies TableSchema;
