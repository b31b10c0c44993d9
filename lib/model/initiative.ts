import type { RowOf } from "./edition_tables.ts";
import type { Label, Wording } from "./label.ts";

/** What an initiative is coded by, with words of the vocabularies. */
export type Coded = Omit<RowOf<"codings">, "coder" | "id" | "line" | "name">;

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

/** A concrete programme, event, resource, page or service that the report tells of. */
export type Initiative<Text = Wording> = RowOf<"initiatives", Text>;

/** What one of two coders made of an initiative, before differences were settled. */
export type Coding = RowOf<"codings">;

/** A rule that settled differences between the two codings. */
export type CodingRule<Text = Label> = RowOf<"codingRules", Text>;

/** One word of a vocabulary that initiatives, or strings that are none, are coded with. */
export type Term<Text = Label> = RowOf<"kinds", Text>;

/** A library system: the libraries of one municipality under one roof, or a library of the region. */
export type LibrarySystem<Text = Label> = RowOf<"systems", Text>;

/** One mention of a library system by name. */
export type SystemMention = RowOf<"systemMentions">;

/** A quoted string of the source that names no initiative of its own. */
export type NotInitiative = RowOf<"notInitiatives">;
