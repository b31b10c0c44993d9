import type { TableSchema } from "./columns.ts";
import {
  type Claim,
  type ClaimRow,
  claims,
  errata,
  type Erratum,
  type TrendWord,
  trendWords,
  unprinted,
  type UnprintedRow,
} from "./claim.ts";
import {
  type Coding,
  type CodingRule,
  codingRules,
  codings,
  type Initiative,
  initiatives,
  type LibrarySystem,
  type NotInitiative,
  notInitiatives,
  type SystemMention,
  systemMentions,
  systems,
  type Term,
  vocabularies,
} from "./initiative.ts";
import type { Edition } from "./edition.ts";
import type { Label, Wording } from "./label.ts";
import { type Finding, findings, type Numeral, numerals, type Topic, topics } from "./finding.ts";
import {
  type Indicator,
  indicators,
  type Population,
  populations,
  type Scope,
  scopes,
  territories,
  type Territory,
  type Tile,
  tiles,
} from "./indicator.ts";
import {
  type Candidate,
  candidates,
  type Definition,
  definitions,
  type Inference,
  inferences,
} from "./inference.ts";
import {
  type Norm,
  norms,
  type Observation,
  type ObservationRow,
  observations,
} from "./observation.ts";

/** Every table of an edition, in the order in which a reader meets them; an edition may lack any: then it has no rows. */
export const tables = {
  topics,
  observations,
  indicators,
  populations,
  scopes,
  territories,
  norms,
  trendWords,
  claims,
  unprinted,
  errata,
  inferences,
  definitions,
  candidates,
  findings,
  numerals,
  ...vocabularies,
  systems,
  systemMentions,
  initiatives,
  notInitiatives,
  codings,
  codingRules,
  tiles,
} as const satisfies {
  readonly [Name in TableName]: TableSchema<TableRows[Name]>;
};

/** One edition with all its tables, validated; a table that the edition lacks has no rows. */
export interface Report<Text = Label> {
  /** What the edition is: title, producer, period, area. */
  readonly edition: Edition;
  /** What the report speaks of. */
  readonly topics: readonly Topic<Text>[];
  /** Every printed quantity. */
  readonly observations: readonly Observation[];
  /** Quantities that it gives, with their units. */
  readonly indicators: readonly Indicator<Text>[];
  /** Groups of people, with the age bands printed. */
  readonly populations: readonly Population<Text>[];
  /** Sets of institutions, residents and programmes over which numbers are counted. */
  readonly scopes: readonly Scope<Text>[];
  /** The areas that it speaks of. */
  readonly territories: readonly Territory<Text>[];
  /** Recommended values. */
  readonly norms: readonly Norm<Text>[];
  /** Words for changes and comparisons, with their limits. */
  readonly trendWords: readonly TrendWord<Text>[];
  /** What it states or implies, as relations between printed values. */
  readonly claims: readonly Claim[];
  /** Values that claims would need and it does not print. */
  readonly unprinted: readonly UnprintedRow<Text>[];
  /** Its contradictions that are known, with their reasons. */
  readonly errata: readonly Erratum<Text>[];
  /** Quantities that it does not print but implies. */
  readonly inferences: readonly Inference<Text>[];
  /** Questions of definition that it leaves open. */
  readonly definitions: readonly Definition<Text>[];
  /** Definitions that could have given a result. */
  readonly candidates: readonly Candidate<Text>[];
  /** Everything that it asserts, in numbers or in words. */
  readonly findings: readonly Finding<Text>[];
  /** Every numeral of its text. */
  readonly numerals: readonly Numeral[];
  /** Vocabulary: parts of the report. */
  readonly sections: readonly Term<Text>[];
  /** Vocabulary: kinds of initiatives. */
  readonly kinds: readonly Term<Text>[];
  /** Vocabulary: whom initiatives are for. */
  readonly audiences: readonly Term<Text>[];
  /** Vocabulary: what initiatives are about. */
  readonly themes: readonly Term<Text>[];
  /** Vocabulary: where initiatives reach their audience. */
  readonly channels: readonly Term<Text>[];
  /** Vocabulary: online services and media that initiatives use. */
  readonly platforms: readonly Term<Text>[];
  /** Vocabulary: why a quoted string names no initiative. */
  readonly reasons: readonly Term<Text>[];
  /** Library systems that it names. */
  readonly systems: readonly LibrarySystem<Text>[];
  /** Every mention of a library system. */
  readonly systemMentions: readonly SystemMention[];
  /** Every concrete initiative that it tells of. */
  readonly initiatives: readonly Initiative<Text>[];
  /** Quoted strings that name no initiative of their own. */
  readonly notInitiatives: readonly NotInitiative[];
  /** Two codings of the initiatives, before they were settled. */
  readonly codings: readonly Coding[];
  /** The rules that settled differences between the codings. */
  readonly codingRules: readonly CodingRule<Text>[];
  /** Places of the territories in a map of equal tiles. */
  readonly tiles: readonly Tile[];
}

/** How a report names its tables. */
export type TableName = Exclude<keyof Report, "edition">;

/** The rows of each table as they are read. */
export type TableRows = {
  readonly [Name in TableName]: Name extends "observations" ? ObservationRow
    : Name extends "claims" ? ClaimRow
    : Report[Name][number];
};

/** What is computed with: the numbers and claims of a report, also of one that was opened in a language. */
export type ReportNumbers = Pick<
  Report<Wording>,
  "observations" | "claims" | "indicators" | "norms" | "trendWords" | "errata"
>;
