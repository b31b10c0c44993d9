import * as column from "./columns.ts";
import type { Label, Named, Wording } from "./label.ts";

/**
 * How printed numbers of an indicator relate to the quantity: a count is exact to the unit,
 * a measure was rounded to the decimals that it is printed with, or more coarsely, as 748 000 to thousands.
 */
export const precisions = [
  "count",
  "rounded",
  "rounded-to-10",
  "rounded-to-100",
  "rounded-to-1000",
  "rounded-to-10000",
  "rounded-to-100000",
  "rounded-to-1000000",
] as const;

/** How precisely the numbers of an indicator are printed. */
export type Precision = typeof precisions[number];

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

/** The table `indicators.csv`. */
export const indicators = column.table("Quantities that the report gives, with their units", {
  ...column.named("indicator"),
  unit: column.code("Unit of every observation of this indicator"),
  precision: column.oneOf(
    precisions,
    "count: exact to the unit; rounded: known to the decimals printed; rounded-to-1000: known to thousands",
  ),
  unitLabel: column.texts("Unit as it is written", "each", "unit"),
  definition: column.texts("What is counted or computed, in one sentence", "any"),
});

/** A defined quantity with a unit. */
export interface Indicator<Text = Wording> extends Named<Text> {
  /** Code of the unit of every observation of it. */
  readonly unit: string;
  /** How precisely its numbers are printed. */
  readonly precision: Precision;
  /** Its unit as it is written. */
  readonly unitLabel: Text;
  /** What is counted or computed, in one sentence. */
  readonly definition: Text;
}

/** The table `populations.csv`. */
export const populations = column.table(
  "Groups of people, with the age bands that the report prints",
  {
    ...column.named("population"),
    age_band: column.matching(
      "Age band in whole years, both ends included; -30 is up to 30, empty where none is printed",
      /^(\d*-\d*)?$/,
      "expected an age band such as 15-29, -14 or nothing",
    ),
    note: column.texts("Where and how the report draws the band", "any"),
  },
);

/** The people (or things) a number speaks of, with the age band as printed. */
export interface Population<Text = Label> extends Named<Text> {
  /** In whole years, both ends included, such as `15-29` or `-30`; `""` where none is printed. */
  readonly age_band: string;
  /** Where and how the report draws the band. */
  readonly note: Text;
}

/** The table `scopes.csv`. */
export const scopes = column.table(
  "Sets of institutions, residents and programmes over which numbers are counted",
  {
    ...column.named("scope"),
    kind: column.code("What it is, such as residents, institutions or programme"),
    definition: column.texts("What belongs to the scope", "any"),
  },
);

/** The institutions, residents or programme over which a number is counted. */
export interface Scope<Text = Label> extends Named<Text> {
  /** What it is, such as `residents`, `institutions` or `programme`. */
  readonly kind: string;
  /** What belongs to it. */
  readonly definition: Text;
}

/** The table `territories.csv`. */
export const territories = column.table(
  "The areas that the report speaks of, and which belongs to which",
  {
    ...column.named("territory"),
    kind: column.code("What it is, such as region or municipal-district"),
    part_of: column.optionalCode("The territory that this one belongs to, if any", "territories"),
    oktmo: column.matching(
      "Code in the classifier of municipalities OK 033-2013; empty where not established",
      /^(\d{8})?$/,
      "expected eight digits or nothing",
    ),
  },
);

/** An area of the report. */
export interface Territory<Text = Label> extends Named<Text> {
  /** What it is, such as `region` or `municipal-district`. */
  readonly kind: string;
  /** Id of the territory that it belongs to; `""` for none. */
  readonly part_of: string;
  /** Its code in the classifier of municipalities OK 033-2013; `""` where not established. */
  readonly oktmo: string;
}

const place = (description: string) => ({
  ...column.naturalNumber(description),
  refuse: (cell: string) => cell.length > 2 ? "expected a whole number from 0 to 99" : undefined,
});

/** The table `tiles.csv`. */
export const tiles = column.table(
  "Places of the territories in a map of equal tiles, roughly as they lie",
  {
    territory: column.code("The territory", "territories"),
    column: column.key(place("Place from the west, from 0")),
    row: column.key(place("Place from the north, from 0")),
  },
);

/** The place of a territory in a map of equal tiles. */
export interface Tile {
  /** Id of the territory. */
  readonly territory: string;
  /** Place from the west, from 0. */
  readonly column: number;
  /** Place from the north, from 0. */
  readonly row: number;
}
