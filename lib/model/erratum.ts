import { z } from "zod";
import { type TableSchema, text } from "./table_schema.ts";

const row = z.strictObject({
  claim: text("Code of the claim that contradicts the print"),
  difference: z.string()
    .regex(/^(-?\d+(\.\d+|\/[1-9]\d*)?)?$/, "expected a number such as -3.5 or 5/3, or nothing")
    .transform((cell) => cell === "" ? null : cell).pipe(z.string().nullable())
    .describe(
      "Printed minus recomputed, as a decimal or a fraction such as 5/3; empty for a norm, bound or trend. Another difference is another contradiction",
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
