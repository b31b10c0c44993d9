import * as z from "zod";
import { type Coded, codedColumns } from "./coding.ts";
import { code, codes, line, oneOf, optionalText, table, text, texts } from "./columns.ts";
import type { Label, Wording } from "./label.ts";

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
export interface Term<Text = Label> {
  /** Its code. */
  readonly id: string;
  /** Its name. */
  readonly label: Text;
  /** What it means. */
  readonly definition: Text;
  /** What counts, what does not, and how a doubtful case is decided. */
  readonly rule: Text;
}

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
export interface LibrarySystem<Text = Label> {
  /** Code of the system. */
  readonly id: string;
  /** Its name, normalised. */
  readonly label: Text;
  /** Id of the territory that it serves. */
  readonly territory: string;
}

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
export interface SystemMention {
  /** Id of the system that is meant. */
  readonly system: string;
  /** Line of the source text, from 1. */
  readonly line: number;
  /** Its name as the source prints it there. */
  readonly printed: string;
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

/** A quoted string of the source that names no initiative of its own. */
export interface NotInitiative {
  /** Line of the source text, from 1. */
  readonly line: number;
  /** The quoted string, without its outer quotes. */
  readonly printed: string;
  /** Id of the reason why it is none. */
  readonly reason: string;
}
