import { z } from "zod";
import { code, positiveInteger, type TableSchema, text } from "./table_schema.ts";

const systemRow = z.strictObject({
  id: code("Code of the system"),
  label_ru: text("Russian name, normalised"),
  label_en: text("English name"),
  territory: code("The territory that it serves"),
});

/** A library system: the libraries of one municipality under one roof, or a library of the region. */
export type LibrarySystem = z.infer<typeof systemRow>;

/** The table `systems.csv`. */
export const systems = {
  name: "systems",
  title: "Library systems that the report names",
  row: systemRow,
  primaryKey: ["id"],
  foreignKeys: [{ field: "territory", table: "territories" }],
} as const satisfies TableSchema;

const mentionRow = z.strictObject({
  system: code("The system that is meant"),
  line: positiveInteger("Line of the source text, from 1"),
  printed: text("Its name as the source prints it there"),
});

/** One mention of a library system by name. */
export type SystemMention = z.infer<typeof mentionRow>;

/** The table `system-mentions.csv`. */
export const systemMentions = {
  name: "system-mentions",
  title: "Every mention of a library system, with its name as printed",
  row: mentionRow,
  primaryKey: ["line", "printed"],
  foreignKeys: [{ field: "system", table: "systems" }],
} as const satisfies TableSchema;
