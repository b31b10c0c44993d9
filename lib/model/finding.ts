import { z } from "zod";
import { code, codes, lines, oneOf, optionalText, type TableSchema, text } from "./table_schema.ts";
import { topicCode } from "./topic.ts";

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
  lines: lines("Lines of the source that state it, ascending, parted by one space"),
  kind: oneOf(findingKinds, "What it asserts"),
  values: codes("The observations that the sentence itself prints"),
  claims: codes("The claims, after expansion, that bear on it"),
  records: z.string().regex(
    /^([a-z_]+=[^\s=]+( [a-z_]+=[^\s=]+)*)?$/,
    'expected conditions such as "section=online kind=blog|social-page"',
  ).describe("The initiatives that bear on it: conditions on their fields, all of which must hold"),
  caveat_ru: optionalText(
    "What is doubtful about it, in Russian: mixed scopes or age bands, what a premise is laid on",
  ),
  caveat_en: optionalText("The same in English"),
  needed_ru: optionalText("What a test would need and the report does not print, in Russian"),
  needed_en: optionalText("The same in English"),
  topic: topicCode("What of the report it speaks of"),
  statement_ru: text("The finding in Russian, restated"),
  statement_en: text("The finding in English, restated"),
})
  .refine(
    ({ values, claims, needed_en }) => values.length + claims.length > 0 || needed_en !== "",
    {
      path: ["needed_en"],
      error: "expected what a test would need, where there are neither values nor claims",
    },
  )
  .refine(({ caveat_ru, caveat_en }) => (caveat_ru === "") === (caveat_en === ""), {
    path: ["caveat_en"],
    error: "expected the caveat in both languages or in neither",
  })
  .refine(({ needed_ru, needed_en }) => (needed_ru === "") === (needed_en === ""), {
    path: ["needed_en"],
    error: "expected what a test would need in both languages or in neither",
  });

/** One row of `findings.csv`: one thing that the report asserts, in numbers or in words. */
export type Finding = z.infer<typeof row>;

/** The table `findings.csv`. */
export const findings = {
  name: "findings",
  title: "Everything that the report asserts, in numbers or in words",
  row,
  primaryKey: ["id"],
  foreignKeys: [
    { field: "topic", table: "topics" },
    { field: "values", table: "observations" },
    { field: "claims", table: "expanded-claims" },
  ],
} as const satisfies TableSchema;
