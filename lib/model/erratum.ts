import { z } from "zod";
import { optionalDecimal, type TableSchema, text } from "./table_schema.ts";

const row = z.strictObject({
  claim: text("Code of the claim that contradicts the print"),
  difference: optionalDecimal(
    "Printed minus recomputed; empty for a norm, bound or trend. Another difference is another contradiction",
  ),
  reason_ru: text("What may explain it, in Russian"),
  reason_en: text("What may explain it, in English"),
});

/** A declared contradiction with its reason. */
export type Erratum = z.infer<typeof row>;

/** The table `errata.csv`. */
export const errata = {
  name: "errata",
  title: "Inconsistencies of the report that are known, each with its reason",
  row,
  primaryKey: ["claim"],
  foreignKeys: [{ field: "claim", table: "expanded-claims" }],
} as const satisfies TableSchema;
