import * as claim from "./claim.ts";
import type { TableSchema } from "./columns.ts";
import type { Edition } from "./edition.ts";
import * as finding from "./finding.ts";
import * as indicator from "./indicator.ts";
import * as inference from "./inference.ts";
import * as initiative from "./initiative.ts";
import type { Label, Wording } from "./label.ts";
import * as observation from "./observation.ts";

/** Every table of an edition, in the order in which a reader meets them; an edition may lack any: then it has no rows. */
export const tables = named({
  topics: finding.topics,
  observations: observation.observations,
  indicators: indicator.indicators,
  populations: indicator.populations,
  scopes: indicator.scopes,
  territories: indicator.territories,
  norms: observation.norms,
  trendWords: claim.trendWords,
  claims: claim.claims,
  unprinted: claim.unprinted,
  errata: claim.errata,
  inferences: inference.inferences,
  definitions: inference.definitions,
  candidates: inference.candidates,
  findings: finding.findings,
  numerals: finding.numerals,
  ...initiative.vocabularies,
  systems: initiative.systems,
  systemMentions: initiative.systemMentions,
  initiatives: initiative.initiatives,
  notInitiatives: initiative.notInitiatives,
  codings: initiative.codings,
  codingRules: initiative.codingRules,
  tiles: indicator.tiles,
}) satisfies { readonly [Name in TableName]: TableSchema<TableRows[Name]> };

/** Tables with the names of their files: `trend-words` for `trendWords`. */
function named<Tables extends object>(
  tables: Tables,
): { readonly [Name in keyof Tables]: Tables[Name] & { readonly name: string } } {
  const entries = Object.entries(tables).map(([key, table]) => {
    const name = key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return [key, { name, ...table }];
  });
  return Object.fromEntries(entries);
}

/** One edition with all its tables, validated; a table that the edition lacks has no rows. */
export interface Report<Text = Label> {
  /** What the edition is: title, producer, period, area. */
  readonly edition: Edition;
  /** What the report speaks of. */
  readonly topics: readonly finding.Topic<Text>[];
  /** Every printed quantity. */
  readonly observations: readonly observation.Observation[];
  /** Quantities that it gives, with their units. */
  readonly indicators: readonly indicator.Indicator<Text>[];
  /** Groups of people, with the age bands printed. */
  readonly populations: readonly indicator.Population<Text>[];
  /** Sets of institutions, residents and programmes over which numbers are counted. */
  readonly scopes: readonly indicator.Scope<Text>[];
  /** The areas that it speaks of. */
  readonly territories: readonly indicator.Territory<Text>[];
  /** Recommended values. */
  readonly norms: readonly observation.Norm<Text>[];
  /** Words for changes and comparisons, with their limits. */
  readonly trendWords: readonly claim.TrendWord<Text>[];
  /** What it states or implies, as relations between printed values. */
  readonly claims: readonly claim.Claim[];
  /** Values that claims would need and it does not print. */
  readonly unprinted: readonly claim.UnprintedRow<Text>[];
  /** Its contradictions that are known, with their reasons. */
  readonly errata: readonly claim.Erratum<Text>[];
  /** Quantities that it does not print but implies. */
  readonly inferences: readonly inference.Inference<Text>[];
  /** Questions of definition that it leaves open. */
  readonly definitions: readonly inference.Definition<Text>[];
  /** Definitions that could have given a result. */
  readonly candidates: readonly inference.Candidate<Text>[];
  /** Everything that it asserts, in numbers or in words. */
  readonly findings: readonly finding.Finding<Text>[];
  /** Every numeral of its text. */
  readonly numerals: readonly finding.Numeral[];
  /** Vocabulary: parts of the report. */
  readonly sections: readonly initiative.Term<Text>[];
  /** Vocabulary: kinds of initiatives. */
  readonly kinds: readonly initiative.Term<Text>[];
  /** Vocabulary: whom initiatives are for. */
  readonly audiences: readonly initiative.Term<Text>[];
  /** Vocabulary: what initiatives are about. */
  readonly themes: readonly initiative.Term<Text>[];
  /** Vocabulary: where initiatives reach their audience. */
  readonly channels: readonly initiative.Term<Text>[];
  /** Vocabulary: online services and media that initiatives use. */
  readonly platforms: readonly initiative.Term<Text>[];
  /** Vocabulary: why a quoted string names no initiative. */
  readonly reasons: readonly initiative.Term<Text>[];
  /** Library systems that it names. */
  readonly systems: readonly initiative.LibrarySystem<Text>[];
  /** Every mention of a library system. */
  readonly systemMentions: readonly initiative.SystemMention[];
  /** Every concrete initiative that it tells of. */
  readonly initiatives: readonly initiative.Initiative<Text>[];
  /** Quoted strings that name no initiative of their own. */
  readonly notInitiatives: readonly initiative.NotInitiative[];
  /** Two codings of the initiatives, before they were settled. */
  readonly codings: readonly initiative.Coding[];
  /** The rules that settled differences between the codings. */
  readonly codingRules: readonly initiative.CodingRule<Text>[];
  /** Places of the territories in a map of equal tiles. */
  readonly tiles: readonly indicator.Tile[];
}

/** How a report names its tables. */
export type TableName = Exclude<keyof Report, "edition">;

/** The rows of each table as they are read. */
export type TableRows = {
  readonly [Name in TableName]: Name extends "observations" ? observation.ObservationRow
    : Name extends "claims" ? claim.ClaimRow
    : Report[Name][number];
};

/** What is computed with: the numbers and claims of a report, also of one that was opened in a language. */
export type ReportNumbers = Pick<
  Report<Wording>,
  "observations" | "claims" | "indicators" | "norms" | "trendWords" | "errata"
>;
