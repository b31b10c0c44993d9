import * as column from "./columns.ts";
import type { Label, Named, Wording } from "./label.ts";

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
function codedColumns(to: (table: string) => string | undefined) {
  return {
    section: column.code("The part of the report", to("sections")),
    system: column.codes("The library systems that do it; empty where none is told", to("systems")),
    territory: column.code(
      "Where: the system's territory unless the text says otherwise",
      to("territories"),
    ),
    kind: column.code("What it is", to("kinds")),
    audience: column.codes("Whom it is for", to("audiences")),
    themes: column.codes("What it is about, the main theme first", to("themes")),
    channel: column.code("Where it reaches its audience", to("channels")),
    platforms: column.codes("Online services and media that it uses", to("platforms")),
    year: column.matching(
      "The year told, or that of the report; empty where another, unnamed time is told",
      /^([1-9]\d{3})?$/,
      "expected a year or nothing",
    ),
    part_of: column.optionalCode("The initiative that it is a part of", to("initiatives")),
  };
}

/** The table `codings.csv`. */
export const codings = column.table("Two codings of the initiatives, before they were settled", {
  coder: column.key(column.oneOf(["first", "second"], "Which of the two coders")),
  id: column.key(column.code("Code of the initiative, the same for both coders")),
  line: column.line("Line of the source where the coder found it"),
  name: column.text("The name that the coder gave"),
  ...codedColumns(() => undefined),
});

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
export const codingRules = column.table(
  "The rules that settled differences between the two codings",
  {
    id: column.code("Code of the rule"),
    field: column.text("The field, or the table, that it settles"),
    rule: column.texts("The rule"),
    settled: column.naturalNumber(
      "Differences between the codings, or from a later reading, that it settled",
    ),
  },
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

const term = {
  id: column.code("Code"),
  label: column.texts("Name"),
  definition: column.texts("What it means"),
  rule: column.texts("What counts, what does not, and how a doubtful case is decided", "any"),
};

/** One word of a vocabulary that initiatives, or strings that are none, are coded with. */
export interface Term<Text = Label> extends Named<Text> {
  /** What it means. */
  readonly definition: Text;
  /** What counts, what does not, and how a doubtful case is decided. */
  readonly rule: Text;
}

/** The vocabularies. */
export const vocabularies = {
  sections: column.table("Parts of the report", term),
  kinds: column.table("Kinds of initiatives", term),
  audiences: column.table("Whom initiatives are for", term),
  themes: column.table("What initiatives are about", term),
  channels: column.table("Where initiatives reach their audience", term),
  platforms: column.table("Online services and media that initiatives use", term),
  reasons: column.table("Why a quoted string names no initiative", term),
};

/** The table `systems.csv`. */
export const systems = column.table("Library systems that the report names", {
  ...column.named("system", "Name, normalised"),
  territory: column.code("The territory that it serves", "territories"),
});

/** A library system: the libraries of one municipality under one roof, or a library of the region. */
export interface LibrarySystem<Text = Label> extends Named<Text> {
  /** Id of the territory that it serves. */
  readonly territory: string;
}

/** The table `system-mentions.csv`. */
export const systemMentions = column.table(
  "Every mention of a library system, with its name as printed",
  {
    system: column.code("The system that is meant", "systems"),
    line: column.key(column.line("Line of the source text, from 1")),
    printed: column.key(column.text("Its name as the source prints it there")),
  },
);

/** One mention of a library system by name. */
export interface SystemMention {
  /** Id of the system that is meant. */
  readonly system: string;
  /** Line of the source text, from 1. */
  readonly line: number;
  /** Its name as the source prints it there. */
  readonly printed: string;
}

/** The table `initiatives.csv`. */
export const initiatives = column.table("Every concrete initiative that the report tells of", {
  id: column.code("Code of the initiative"),
  line: column.line("Line of the source that tells of it first"),
  name: column.text("Its proper name, without quotes; in our own words where it has none"),
  printed: column.optionalText(
    "The form of the name that the line prints, where that is another",
  ),
  named: column.oneOf(["yes", "no"], "Whether the source gives it a proper name"),
  branch: column.optionalText(
    "The library or branch, in our own words; empty where none is told",
  ),
  outcome: column.texts("What came of it, as told; numbers first", "any"),
  inferred: column.codes("The fields that the text does not state and that were inferred"),
  description: column.texts("What it is, in our own words"),
  ...codedColumns((table) => table),
}, {
  check({ named, name, printed }, complain) {
    if (printed === "" || (named === "yes" && printed !== name)) return;
    complain("printed", "expected another form of a proper name, or nothing");
  },
});

/** A concrete programme, event, resource, page or service that the report tells of. */
export interface Initiative<Text = Wording> extends Coded {
  /** Code of the initiative. */
  readonly id: string;
  /** Line of the source that tells of it first. */
  readonly line: number;
  /** Its proper name, without quotes; in our own words where it has none. */
  readonly name: string;
  /** The form of the name that the line prints, where that is another; else `""`. */
  readonly printed: string;
  /** Whether the source gives it a proper name. */
  readonly named: "yes" | "no";
  /** The library or branch, in our own words; `""` where none is told. */
  readonly branch: string;
  /** What came of it, as told; numbers first. */
  readonly outcome: Text;
  /** The fields that the text does not state and that were inferred. */
  readonly inferred: readonly string[];
  /** What it is, in our own words. */
  readonly description: Text;
}

/** The table `not-initiatives.csv`. */
export const notInitiatives = column.table(
  "Quoted strings of the source that name no initiative of their own, each with the reason",
  {
    line: column.key(column.line("Line of the source text, from 1")),
    printed: column.key(column.text("The quoted string as printed, without its outer quotes")),
    reason: column.code("Why it is not a row of initiatives.csv", "reasons"),
  },
);

/** A quoted string of the source that names no initiative of its own. */
export interface NotInitiative {
  /** Line of the source text, from 1. */
  readonly line: number;
  /** The quoted string, without its outer quotes. */
  readonly printed: string;
  /** Id of the reason why it is none. */
  readonly reason: string;
}
