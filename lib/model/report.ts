import type { z } from "zod";
import * as claim from "./claim.ts";
import type { Edition } from "./edition.ts";
import type { Worded } from "./label.ts";
import { findings, numerals, topics } from "./finding.ts";
import * as indicator from "./indicator.ts";
import * as inference from "./inference.ts";
import * as initiative from "./initiative.ts";
import * as observation from "./observation.ts";

/** Every table of an edition, in the order in which a reader meets them; an edition may lack any: then it has no rows. */
export const tables = {
  topics,
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
  findings,
  numerals,
  ...initiative.vocabularies,
  systems: initiative.systems,
  systemMentions: initiative.systemMentions,
  initiatives: initiative.initiatives,
  notInitiatives: initiative.notInitiatives,
  codings: initiative.codings,
  codingRules: initiative.codingRules,
  tiles: indicator.tiles,
} as const;

/** How a report names its tables. */
export type TableName = keyof typeof tables;

/** The rows of each table as they are read. */
export type TableRows =
  & {
    readonly [Name in Exclude<TableName, "observations">]: z.infer<typeof tables[Name]["row"]>;
  }
  & { readonly observations: observation.ObservationRow };

/** One edition with all its tables, validated. */
export type Report =
  & {
    readonly edition: Edition;
    readonly observations: readonly observation.Observation[];
    readonly claims: readonly claim.Claim[];
  }
  & {
    readonly [Name in Exclude<TableName, "observations" | "claims">]: readonly TableRows[Name][];
  };

/** What is computed with: the numbers and claims of a report, also of one that was opened in a language. */
export type ReportNumbers =
  & Pick<Report, "observations" | "claims">
  & {
    readonly [Name in "indicators" | "norms" | "trendWords" | "errata"]: readonly Worded<
      TableRows[Name]
    >[];
  };
