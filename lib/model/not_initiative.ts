import { z } from "zod";
import { oneOf, positiveInteger, type TableSchema, text } from "./table_schema.ts";

const row = z.strictObject({
  line: positiveInteger("Line of the source text, from 1"),
  printed: text("The quoted string as printed, without its outer quotes"),
  reason: oneOf([
    "document",
    "organisation",
    "library",
    "kindergarten",
    "book",
    "film",
    "tale",
    "song",
    "external-campaign",
    "external-portal",
    "social-network",
    "idiom",
    "topic",
    "repeat",
    "other",
  ], "Why it is not a row of initiatives.csv"),
});

/** A quoted string of the source that names no initiative of its own. */
export type NotInitiative = z.infer<typeof row>;

/** The table `not-initiatives.csv`. */
export const notInitiatives = {
  name: "not-initiatives",
  title: "Quoted strings of the source that name no initiative of their own, each with the reason",
  row,
  primaryKey: ["line", "printed"],
  foreignKeys: [],
} as const satisfies TableSchema;
