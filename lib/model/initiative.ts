import { z } from "zod";
import {
  code,
  codes,
  oneOf,
  optionalCode,
  optionalText,
  positiveInteger,
  type TableSchema,
  text,
} from "./table_schema.ts";

/** The fields that may be inferred where the text does not state them. */
export const inferredFields = [
  "system",
  "territory",
  "kind",
  "audience",
  "themes",
  "channel",
  "year",
] as const;

/** A year, or nothing. */
export function yearCell() {
  return z.string().regex(/^(\d{4})?$/, "expected a year or nothing")
    .describe("The year told, or that of the report; empty where another, unnamed time is told");
}

const row = z.strictObject({
  id: code("Code of the initiative"),
  line: positiveInteger("Line of the source that tells of it first"),
  section: code("The part of the report"),
  name: text("Its proper name, without quotes; in our own words where it has none"),
  printed: optionalText("The form of the name that the line prints, where that is another"),
  named: oneOf(["yes", "no"], "Whether the source gives it a proper name"),
  system: codes("The library systems that do it; empty where none is told"),
  branch: optionalText("The library or branch, in our own words; empty where none is told"),
  territory: code("Where: the system's territory unless the text says otherwise"),
  kind: code("What it is"),
  audience: codes("Whom it is for"),
  themes: codes("What it is about, the main theme first"),
  channel: code("Where it reaches its audience"),
  platforms: codes("Online services and media that it uses"),
  year: yearCell(),
  outcome_en: optionalText("What came of it, as told, in English; numbers first"),
  outcome_ru: optionalText("The same in Russian, restated"),
  part_of: optionalCode("The initiative that it is a part of"),
  inferred: codes("The fields that the text does not state and that were inferred"),
  description_en: text("What it is, in English, in our own words"),
  description_ru: text("What it is, in Russian, in our own words"),
}).refine(({ named, name, printed }) => printed === "" || (named === "yes" && printed !== name), {
  path: ["printed"],
  error: "expected another form of a proper name, or nothing",
});

/** A concrete programme, event, resource, page or service that the report tells of. */
export type Initiative = z.infer<typeof row>;

/** The table `initiatives.csv`. */
export const initiatives = {
  name: "initiatives",
  title: "Every concrete initiative that the report tells of",
  row,
  primaryKey: ["id"],
  foreignKeys: [
    { field: "section", table: "sections" },
    { field: "system", table: "systems" },
    { field: "territory", table: "territories" },
    { field: "kind", table: "kinds" },
    { field: "audience", table: "audiences" },
    { field: "themes", table: "themes" },
    { field: "channel", table: "channels" },
    { field: "platforms", table: "platforms" },
    { field: "part_of", table: "initiatives" },
  ],
} as const satisfies TableSchema;
