import * as z from "zod";
import {
  code,
  codes,
  line,
  naturalNumber,
  oneOf,
  optionalCode,
  table,
  text,
  texts,
} from "./columns.ts";
import type { Label } from "./label.ts";

/** What an initiative is coded by, with words of the vocabularies. */
export interface Coded {
  /** Id of the part of the report. */
  readonly section: string;
  /** Id of what it is. */
  readonly kind: string;
  /** Ids of whom it is for. */
  readonly audience: readonly string[];
  /** Ids of what it is about, the main theme first. */
  readonly themes: readonly string[];
  /** Id of where it reaches its audience. */
  readonly channel: string;
  /** Ids of the online services and media that it uses. */
  readonly platforms: readonly string[];
  /** The year told, or that of the report; `""` where another, unnamed time is told. */
  readonly year: string;
  /** Id of where: the system's territory unless the text says otherwise. */
  readonly territory: string;
  /** Ids of the library systems that do it; none where none is told. */
  readonly system: readonly string[];
  /** Id of the initiative that it is a part of; `""` for none. */
  readonly part_of: string;
}

/** What initiatives are coded by; of the codings of two coders nothing is looked up. */
export function codedColumns(to: (table: string) => string | undefined) {
  return {
    section: code("The part of the report", to("sections")),
    kind: code("What it is", to("kinds")),
    audience: codes("Whom it is for", to("audiences")),
    themes: codes("What it is about, the main theme first", to("themes")),
    channel: code("Where it reaches its audience", to("channels")),
    platforms: codes("Online services and media that it uses", to("platforms")),
    year: z.string().regex(/^(\d{4})?$/, "expected a year or nothing").meta({
      description:
        "The year told, or that of the report; empty where another, unnamed time is told",
    }),
    territory: code(
      "Where: the system's territory unless the text says otherwise",
      to("territories"),
    ),
    system: codes("The library systems that do it; empty where none is told", to("systems")),
    part_of: optionalCode("The initiative that it is a part of", to("initiatives")),
  };
}

/** The table `codings.csv`. */
export const codings = table(
  "codings",
  "Two codings of the initiatives, before they were settled",
  z.strictObject({
    coder: oneOf(["first", "second"], "Which of the two coders"),
    id: code("Code of the initiative, the same for both coders"),
    line: line("Line of the source where the coder found it"),
    name: text("The name that the coder gave"),
    ...codedColumns(() => undefined),
  }),
  ["coder", "id"],
);

/** What one of two coders made of an initiative, before differences were settled. */
export interface Coding extends Coded {
  /** Which of the two coders. */
  readonly coder: "first" | "second";
  /** Code of the initiative, the same for both coders. */
  readonly id: string;
  /** Line of the source where the coder found it. */
  readonly line: number;
  /** The name that the coder gave. */
  readonly name: string;
}

/** The table `coding-rules.csv`. */
export const codingRules = table(
  "coding-rules",
  "The rules that settled differences between the two codings",
  z.strictObject({
    id: code("Code of the rule"),
    field: text("The field, or the table, that it settles"),
    rule: texts("The rule"),
    settled: naturalNumber(
      "Differences between the codings, or from a later reading, that it settled",
    ),
  }),
);

/** A rule that settled differences between the two codings. */
export interface CodingRule<Text = Label> {
  /** Code of the rule. */
  readonly id: string;
  /** The field, or the table, that it settles. */
  readonly field: string;
  /** The rule. */
  readonly rule: Text;
  /** How many differences, or findings of a later reading, it settled. */
  readonly settled: number;
}
