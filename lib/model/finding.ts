import { z } from "zod";
import {
  code,
  codes,
  oneOf,
  optionalText,
  positiveInteger,
  type TableSchema,
  text,
} from "./table_schema.ts";

/** What a finding asserts. */
export const findingKinds = [
  "quantity",
  "trend",
  "comparison",
  "norm",
  "cause",
  "need",
  "practice",
  "evaluation",
  "forecast",
] as const;

const row = z.strictObject({
  id: code("Code of the finding"),
  line: positiveInteger("Line of the source that states it"),
  kind: oneOf(findingKinds, "What it asserts"),
  claims: codes("The claims, after expansion, whose verdicts decide it"),
  records: z.string().regex(
    /^([a-z_]+=[^\s=]+( [a-z_]+=[^\s=]+)*)?$/,
    'expected conditions such as "section=online kind=blog|social-page"',
  ).describe("The initiatives that bear on it: conditions on their fields, all of which must hold"),
  data_needed: optionalText("What a test would need and the report does not print"),
  notebook: text("The notebook that shows it"),
  statement_ru: text("The finding in Russian, restated"),
  statement_en: text("The finding in English, restated"),
}).refine(({ claims, data_needed }) => claims.length > 0 || data_needed !== "", {
  path: ["data_needed"],
  error: "expected what a test would need, where no claim decides",
});

/** One row of `findings.csv`: one thing that the report asserts, in numbers or in words. */
export type Finding = z.infer<typeof row>;

/** The table `findings.csv`. */
export const findings = {
  name: "findings",
  title: "Everything that the report asserts, in numbers or in words",
  row,
  primaryKey: ["id"],
  foreignKeys: [{ field: "claims", table: "expanded-claims" }],
} as const satisfies TableSchema;
