import { z } from "zod";
import {
  code,
  codes,
  naturalNumber,
  oneOf,
  optionalCode,
  positiveInteger,
  type TableSchema,
  text,
} from "./table_schema.ts";
import { yearCell } from "./initiative.ts";

const row = z.strictObject({
  coder: oneOf(["first", "second"], "Which of the two coders"),
  id: code("Code of the initiative, the same for both coders"),
  line: positiveInteger("Line of the source where the coder found it"),
  name: text("The name that the coder gave"),
  section: code("The part of the report"),
  kind: code("What it is"),
  audience: codes("Whom it is for"),
  themes: codes("What it is about, the main theme first"),
  channel: code("Where it reaches its audience"),
  platforms: codes("Online services and media that it uses"),
  year: yearCell(),
  territory: code("Where"),
  system: codes("The library systems that do it"),
  part_of: optionalCode("The initiative that it is a part of"),
});

/** What one of two coders made of an initiative, before differences were settled. */
export type Coding = z.infer<typeof row>;

/** The table `codings.csv`. */
export const codings = {
  name: "codings",
  title: "Two codings of the initiatives, before they were settled",
  row,
  primaryKey: ["coder", "id"],
  foreignKeys: [],
} as const satisfies TableSchema;

const ruleRow = z.strictObject({
  id: code("Code of the rule"),
  field: text("The field, or the table, that it settles"),
  rule_ru: text("The rule, in Russian"),
  rule_en: text("The rule, in English"),
  settled: naturalNumber(
    "Differences between the codings, or from a later reading, that it settled",
  ),
});

/** A rule that settled differences between two codings. */
export type CodingRule = z.infer<typeof ruleRow>;

/** The table `coding-rules.csv`. */
export const codingRules = {
  name: "coding-rules",
  title: "The rules that settled differences between the two codings",
  row: ruleRow,
  primaryKey: ["id"],
  foreignKeys: [],
} as const satisfies TableSchema;
