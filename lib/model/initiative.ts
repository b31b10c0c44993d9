import { z } from "zod";
import {
  code,
  codes,
  line,
  naturalNumber,
  oneOf,
  optionalCode,
  optionalText,
  type Row,
  table,
  text,
  texts,
} from "./columns.ts";
import type { Worded } from "./label.ts";

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

const term = z.strictObject({
  id: code("Code"),
  label: texts("Name"),
  definition: texts("What it means"),
  rule: texts("What counts, what does not, and how a doubtful case is decided", "any"),
});

/** One word of a vocabulary that initiatives, or strings that are none, are coded with. */
export type Term = z.infer<typeof term>;

/** The vocabularies. */
export const vocabularies = {
  sections: table("sections", "Parts of the report", term),
  kinds: table("kinds", "Kinds of initiatives", term),
  audiences: table("audiences", "Whom initiatives are for", term),
  themes: table("themes", "What initiatives are about", term),
  channels: table("channels", "Where initiatives reach their audience", term),
  platforms: table("platforms", "Online services and media that initiatives use", term),
  reasons: table("reasons", "Why a quoted string names no initiative", term),
};

/** The table `systems.csv`. */
export const systems = table(
  "systems",
  "Library systems that the report names",
  z.strictObject({
    id: code("Code of the system"),
    label: texts("Name, normalised"),
    territory: code("The territory that it serves", "territories"),
  }),
);

/** A library system: the libraries of one municipality under one roof, or a library of the region. */
export type LibrarySystem = Row<typeof systems>;

/** The table `system-mentions.csv`. */
export const systemMentions = table(
  "system-mentions",
  "Every mention of a library system, with its name as printed",
  z.strictObject({
    system: code("The system that is meant", "systems"),
    line: line("Line of the source text, from 1"),
    printed: text("Its name as the source prints it there"),
  }),
  ["line", "printed"],
);

/** One mention of a library system by name. */
export type SystemMention = Row<typeof systemMentions>;

/** What initiatives are coded by; of the codings of two coders nothing is looked up. */
function codedColumns(to: (table: string) => string | undefined) {
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

const coded = codedColumns((table) => table);

/** The table `initiatives.csv`. */
export const initiatives = table(
  "initiatives",
  "Every concrete initiative that the report tells of",
  z.strictObject({
    id: code("Code of the initiative"),
    line: line("Line of the source that tells of it first"),
    section: coded.section,
    name: text("Its proper name, without quotes; in our own words where it has none"),
    printed: optionalText("The form of the name that the line prints, where that is another"),
    named: oneOf(["yes", "no"], "Whether the source gives it a proper name"),
    system: coded.system,
    branch: optionalText("The library or branch, in our own words; empty where none is told"),
    territory: coded.territory,
    kind: coded.kind,
    audience: coded.audience,
    themes: coded.themes,
    channel: coded.channel,
    platforms: coded.platforms,
    year: coded.year,
    outcome: texts("What came of it, as told; numbers first", "any"),
    part_of: coded.part_of,
    inferred: codes("The fields that the text does not state and that were inferred"),
    description: texts("What it is, in our own words"),
  }).refine(({ named, name, printed }) => printed === "" || (named === "yes" && printed !== name), {
    path: ["printed"],
    error: "expected another form of a proper name, or nothing",
  }),
);

/** A concrete programme, event, resource, page or service that the report tells of. */
export type Initiative = Worded<Row<typeof initiatives>>;

/** The table `not-initiatives.csv`. */
export const notInitiatives = table(
  "not-initiatives",
  "Quoted strings of the source that name no initiative of their own, each with the reason",
  z.strictObject({
    line: line("Line of the source text, from 1"),
    printed: text("The quoted string as printed, without its outer quotes"),
    reason: code("Why it is not a row of initiatives.csv", "reasons"),
  }),
  ["line", "printed"],
);

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
export type Coding = Row<typeof codings>;

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
