import { z } from "zod";
import { code, positiveInteger, type TableSchema, text } from "./table_schema.ts";

const row = z.strictObject({
  line: positiveInteger("Line of the source text, from 1"),
  printed: text("The quoted string as printed, without its outer quotes"),
  reason: code("Why it is not a row of initiatives.csv"),
});

/** A quoted string of the source that names no initiative of its own. */
export type NotInitiative = z.infer<typeof row>;

/** The table `not-initiatives.csv`. */
export const notInitiatives = {
  name: "not-initiatives",
  title: "Quoted strings of the source that name no initiative of their own, each with the reason",
  row,
  primaryKey: ["line", "printed"],
  foreignKeys: [{ field: "reason", table: "reasons" }],
} as const satisfies TableSchema;
