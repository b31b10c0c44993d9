import { z } from "zod";
import { code, oneOf, optionalText, type TableSchema, text } from "./table_schema.ts";

/** What kind of area a territory is. */
export const territoryKinds = ["region", "group", "urban-okrug", "municipal-district"] as const;

const row = z.strictObject({
  id: code("Code of the territory"),
  kind: oneOf(territoryKinds, "Region, group of municipalities, urban okrug or municipal district"),
  label_ru: text("Russian name"),
  label_en: text("English name"),
  part_of: optionalText("Code of the territory that this one belongs to, if any"),
  oktmo: z.string().regex(/^(\d{8})?$/, "expected eight digits or nothing")
    .describe("Code in the classifier of municipalities OK 033-2013; empty where not established"),
});

/** An area of the report. */
export type Territory = z.infer<typeof row>;

/** The table `territories.csv`. */
export const territories = {
  name: "territories",
  title: "The region, its urban okrugs and its municipal districts",
  row,
  primaryKey: ["id"],
  foreignKeys: [{ field: "part_of", table: "territories" }],
} as const satisfies TableSchema;
