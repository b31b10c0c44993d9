import * as claim from "./claim_tables.ts";
import type { CellValues } from "./cell_kinds.ts";
import { type TableDeclaration, type TableSchema, toSchema } from "./columns.ts";
import * as initiative from "./initiative_tables.ts";
import type { Label } from "./label.ts";
import * as number from "./number_tables.ts";

/**
 * Every table of an edition, in the order in which a reader meets them, with the kind and the meaning of each column; an edition
 * may lack any: then it has no rows.
 */
export const editionTables = {
  /** What the report speaks of. */
  topics: claim.topics,
  /** Every printed quantity. */
  observations: number.observations,
  /** Quantities that it gives, with their units. */
  indicators: number.indicators,
  /** Groups of people, with the age bands printed. */
  populations: number.populations,
  /** Sets of institutions, residents and programmes over which numbers are counted. */
  scopes: number.scopes,
  /** The areas that it speaks of. */
  territories: number.territories,
  /** Recommended values. */
  norms: number.norms,
  /** Words for changes and comparisons, with their limits. */
  trendWords: claim.trendWords,
  /** What it states or implies, as relations between printed values. */
  claims: claim.claims,
  /** Values that claims would need and it does not print. */
  unprinted: claim.unprinted,
  /** Its contradictions that are known, with their reasons. */
  errata: claim.errata,
  /** Quantities that it does not print but implies. */
  inferences: claim.inferences,
  /** Questions of definition that it leaves open. */
  definitions: claim.definitions,
  /** Definitions that could have given a result. */
  candidates: claim.candidates,
  /** Everything that it asserts, in numbers or in words. */
  findings: claim.findings,
  /** Every numeral of its text. */
  numerals: claim.numerals,
  ...initiative.vocabularies,
  /** Library systems that it names. */
  systems: initiative.systems,
  /** Every mention of a library system. */
  systemMentions: initiative.systemMentions,
  /** Every concrete initiative that it tells of. */
  initiatives: initiative.initiatives,
  /** Quoted strings that name no initiative of their own. */
  notInitiatives: initiative.notInitiatives,
  /** Two codings of the initiatives, before they were settled. */
  codings: initiative.codings,
  /** The rules that settled differences between the codings. */
  codingRules: initiative.codingRules,
  /** Places of the territories in a map of equal tiles. */
  tiles: number.tiles,
} as const satisfies Readonly<Record<string, TableDeclaration>>;

/** How a report names its tables. */
export type TableName = keyof typeof editionTables;

/** A row of a table of an edition, with its texts in both languages or in one. */
export type RowOf<Name extends TableName, Text = Label> = {
  readonly [Field in keyof typeof editionTables[Name]["columns"]]:
    typeof editionTables[Name]["columns"][Field] extends readonly [infer Kind, ...unknown[]]
      ? Kind extends keyof CellValues ? CellValues<Text>[Kind]
      : Kind extends readonly (infer Word)[] ? Word
      : never
      : never;
};

/** What each table must look like; its file is called `trend-words.csv` for `trendWords`. */
export const schemas: { readonly [Name in TableName]: TableSchema } = Object.fromEntries(
  Object.entries<TableDeclaration>(editionTables).map(([name, declared]) => {
    const file = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return [name, toSchema(file, declared)];
  }),
) as { readonly [Name in TableName]: TableSchema };
