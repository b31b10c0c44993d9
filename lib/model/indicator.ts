import * as z from "zod";
import { code, naturalNumber, oneOf, optionalCode, optionalText, table, texts } from "./columns.ts";
import type { Label, Wording } from "./label.ts";

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
export const indicators = table(
  "indicators",
  "Quantities that the report gives, with their units",
  z.strictObject({
    id: code("Code of the indicator"),
    unit: code("Unit of every observation of this indicator"),
    precision: oneOf(
      precisions,
      "count: exact to the unit; rounded: known to the decimals printed; rounded-to-1000: known to thousands",
    ),
    label: texts("Name"),
    unitLabel: texts("Unit as it is written", "each", "unit"),
    definition: texts("What is counted or computed, in one sentence", "any"),
  }),
);

/** A defined quantity with a unit. */
export interface Indicator<Text = Wording> {
  /** Code of the indicator. */
  readonly id: string;
  /** Code of the unit of every observation of it. */
  readonly unit: string;
  /** How precisely its numbers are printed. */
  readonly precision: Precision;
  /** Its name. */
  readonly label: Text;
  /** Its unit as it is written. */
  readonly unitLabel: Text;
  /** What is counted or computed, in one sentence. */
  readonly definition: Text;
}

/** The table `populations.csv`. */
export const populations = table(
  "populations",
  "Groups of people, with the age bands that the report prints",
  z.strictObject({
    id: code("Code of the population"),
    label: texts("Name"),
    age_band: optionalText("")
      .regex(/^(\d*-\d*)?$/, "expected an age band such as 15-29, -14 or nothing").meta({
        description:
          "Age band in whole years, both ends included; -30 is up to 30, empty where none is printed",
      }),
    note: texts("Where and how the report draws the band", "any"),
  }),
);

/** The people (or things) a number speaks of, with the age band as printed. */
export interface Population<Text = Label> {
  /** Code of the population. */
  readonly id: string;
  /** Its name. */
  readonly label: Text;
  /** In whole years, both ends included, such as `15-29` or `-30`; `""` where none is printed. */
  readonly age_band: string;
  /** Where and how the report draws the band. */
  readonly note: Text;
}

/** The table `scopes.csv`. */
export const scopes = table(
  "scopes",
  "Sets of institutions, residents and programmes over which numbers are counted",
  z.strictObject({
    id: code("Code of the scope"),
    kind: code("What it is, such as residents, institutions or programme"),
    label: texts("Name"),
    definition: texts("What belongs to the scope", "any"),
  }),
);

/** The institutions, residents or programme over which a number is counted. */
export interface Scope<Text = Label> {
  /** Code of the scope. */
  readonly id: string;
  /** What it is, such as `residents`, `institutions` or `programme`. */
  readonly kind: string;
  /** Its name. */
  readonly label: Text;
  /** What belongs to it. */
  readonly definition: Text;
}

/** The table `territories.csv`. */
export const territories = table(
  "territories",
  "The areas that the report speaks of, and which belongs to which",
  z.strictObject({
    id: code("Code of the territory"),
    kind: code("What it is, such as region or municipal-district"),
    label: texts("Name"),
    part_of: optionalCode("The territory that this one belongs to, if any", "territories"),
    oktmo: z.string().regex(/^(\d{8})?$/, "expected eight digits or nothing").meta({
      description:
        "Code in the classifier of municipalities OK 033-2013; empty where not established",
    }),
  }),
);

/** An area of the report. */
export interface Territory<Text = Label> {
  /** Code of the territory. */
  readonly id: string;
  /** What it is, such as `region` or `municipal-district`. */
  readonly kind: string;
  /** Its name. */
  readonly label: Text;
  /** Id of the territory that it belongs to; `""` for none. */
  readonly part_of: string;
  /** Its code in the classifier of municipalities OK 033-2013; `""` where not established. */
  readonly oktmo: string;
}

const place = (description: string) =>
  naturalNumber(description).refine((place) => place < 100, "expected a whole number from 0 to 99")
    .meta({ description });

/** The table `tiles.csv`. */
export const tiles = table(
  "tiles",
  "Places of the territories in a map of equal tiles, roughly as they lie",
  z.strictObject({
    territory: code("The territory", "territories"),
    column: place("Place from the west, from 0"),
    row: place("Place from the north, from 0"),
  }),
  ["column", "row"],
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
