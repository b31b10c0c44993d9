import type { RowOf } from "./edition_tables.ts";
import { type Label, type Named, toLabel, type Wording } from "./label.ts";

/** Where a printed table has an observation: what its row and its column are called there. */
export interface TableCellPlace {
  /** Name of the table. */
  readonly table: string;
  /** What its row is called. */
  readonly row: string;
  /** What its column is called. */
  readonly column: string;
}

/** One row of `observations.csv`, or one number of a printed table. */
export interface ObservationRow extends Omit<RowOf<"observations">, "line"> {
  /** Line of the source text, where the edition declares one; else `null`. */
  readonly line: number | null;
  /** Where it stands, if a printed table has it. */
  readonly cell?: TableCellPlace;
}

/** One printed quantity with its dimensions, its unit and the place where the source prints it. */
export interface Observation extends ObservationRow {
  /** How many decimals are printed: the precision of the value. Below 0 for tens and more: −3 for thousands. */
  readonly decimals: number;
  /** How far a range reaches above its value: 2 for `5–7`. @default 0 */
  readonly spread?: number;
}

/** A recommended value with its own source. */
export type Norm<Text = Wording> = RowOf<"norms", Text>;

/** A defined quantity with a unit. */
export type Indicator<Text = Wording> = RowOf<"indicators", Text>;

/** How precisely the numbers of an indicator are printed. */
export type Precision = RowOf<"indicators">["precision"];

/**
 * The decimals that a precision leaves of those that are printed.
 *
 * @param precision The precision of the indicator.
 * @param printed How many decimals are printed.
 * @returns Below 0 for tens and more: −3 for thousands.
 */
export function decimalsLeft(precision: Precision, printed: number): number {
  const zeros = precision.split("-to-1")[1]?.length;
  return zeros === undefined ? printed : Math.min(printed, -zeros);
}

/** The people (or things) a number speaks of, with the age band as printed. */
export type Population<Text = Label> = RowOf<"populations", Text>;

/** The institutions, residents or programme over which a number is counted. */
export type Scope<Text = Label> = RowOf<"scopes", Text>;

/** An area of the report. */
export type Territory<Text = Label> = RowOf<"territories", Text>;

/** The place of a territory in a map of equal tiles. */
export type Tile = RowOf<"tiles">;

/** What stands for the population, scope or territory of numbers of which a printed table tells none. */
export const unspecified: Named<Label> = { id: "all", label: toLabel({ ru: "все", en: "all" }) };
