import { type Candidate, candidates } from "./candidate.ts";
import { type Claim, claims } from "./claim.ts";
import { type Definition, definitions } from "./definition.ts";
import { type Coding, type CodingRule, codingRules, codings } from "./coding.ts";
import type { Edition } from "./edition.ts";
import { errata, type Erratum } from "./erratum.ts";
import { type Finding, findings } from "./finding.ts";
import { type Indicator, indicators } from "./indicator.ts";
import { type Inference, inferences } from "./inference.ts";
import { type Initiative, initiatives } from "./initiative.ts";
import {
  type LibrarySystem,
  type SystemMention,
  systemMentions,
  systems,
} from "./library_system.ts";
import { type NotInitiative, notInitiatives } from "./not_initiative.ts";
import { type Norm, norms } from "./norm.ts";
import { type Numeral, numerals } from "./numeral.ts";
import { type Observation, observations } from "./observation.ts";
import { type Population, populations } from "./population.ts";
import { type Scope, scopes } from "./scope.ts";
import { territories, type Territory } from "./territory.ts";
import {
  audiences,
  channels,
  kinds,
  platforms,
  reasons,
  sections,
  type Term,
  themes,
} from "./vocabulary.ts";
import { type Tile, tiles } from "./tile.ts";
import { type Topic, topics } from "./topic.ts";
import { type TrendWord, trendWords } from "./trend_word.ts";
import { unprinted, type UnprintedRow } from "./unprinted.ts";

/** Every table of an edition, in the order in which a reader meets them. */
export const tables = [
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
  sections,
  kinds,
  audiences,
  themes,
  channels,
  platforms,
  systems,
  systemMentions,
  initiatives,
  notInitiatives,
  reasons,
  codings,
  codingRules,
  tiles,
] as const;

/** One edition with all its tables, validated. */
export interface Report {
  readonly edition: Edition;
  readonly topics: readonly Topic[];
  readonly observations: readonly Observation[];
  readonly indicators: readonly Indicator[];
  readonly populations: readonly Population[];
  readonly scopes: readonly Scope[];
  readonly territories: readonly Territory[];
  readonly norms: readonly Norm[];
  readonly trendWords: readonly TrendWord[];
  readonly claims: readonly Claim[];
  readonly unprinted: readonly UnprintedRow[];
  readonly errata: readonly Erratum[];
  readonly inferences: readonly Inference[];
  readonly definitions: readonly Definition[];
  readonly candidates: readonly Candidate[];
  readonly findings: readonly Finding[];
  readonly numerals: readonly Numeral[];
  readonly sections: readonly Term[];
  readonly kinds: readonly Term[];
  readonly audiences: readonly Term[];
  readonly themes: readonly Term[];
  readonly channels: readonly Term[];
  readonly platforms: readonly Term[];
  readonly systems: readonly LibrarySystem[];
  readonly systemMentions: readonly SystemMention[];
  readonly initiatives: readonly Initiative[];
  readonly notInitiatives: readonly NotInitiative[];
  readonly reasons: readonly Term[];
  readonly codings: readonly Coding[];
  readonly codingRules: readonly CodingRule[];
  readonly tiles: readonly Tile[];
}
