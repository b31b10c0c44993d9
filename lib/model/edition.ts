import { z } from "zod";
import { Digest } from "./table_schema.ts";

const label = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) });

/** How a report writes numbers: every character that it uses in each role. */
export const NumberFormat = z.strictObject({
  decimal: z.array(z.string().length(1)).min(1),
  group: z.array(z.string().length(1)),
  minus: z.array(z.string().length(1)).min(1),
  plus: z.array(z.string().length(1)),
});
/** How a report writes numbers: every character that it uses in each role. */
export type NumberFormat = z.infer<typeof NumberFormat>;

/** One report: one producer, one period, one area (`edition.json`). */
export const Edition = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: label,
  producer: label,
  area: label,
  period: z.string().regex(/^\d{4}$/),
  language: z.enum(["ru", "en"]),
  numberFormat: NumberFormat,
  source: z.strictObject({
    file: z.string().min(1).describe("Name of the source text, which is kept outside the project"),
    sha256: Digest,
    lines: z.int().min(1).describe("How many lines the source text has"),
  }),
  license: z.strictObject({ name: z.string(), title: z.string(), path: z.url().optional() }),
  notebooks: z.array(z.string().regex(/^\d\d_[a-z0-9_]+$/))
    .describe("The notebooks that read this edition, in order"),
});
/** One report: one producer, one period, one area (`edition.json`). */
export type Edition = z.infer<typeof Edition>;
