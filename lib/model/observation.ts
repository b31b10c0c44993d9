import * as z from "zod";
import {
  code,
  decimal,
  line,
  oneOf,
  optionalDecimal,
  optionalText,
  table,
  text,
  texts,
  unit,
} from "./columns.ts";
import type { Wording } from "./label.ts";
import { isPeriod, periodPattern } from "./period.ts";

/**
 * How a printed string gives its value: as a number, as a limit (more than, less than), as about a number, as a range,
 * as a dash or blank that is nil, in words, as a Roman numeral, or as a list of names to be counted.
 */
export const printedForms = [
  "number",
  "more-than",
  "less-than",
  "about",
  "range",
  "nil",
  "words",
  "roman",
  "names",
] as const;

/** The table `observations.csv`. */
export const observations = table(
  "observations",
  "Quantities of the report that stand in no printed table, as printed and as numbers",
  z.strictObject({
    id: code("Code of the observation"),
    indicator: code("What was observed", "indicators"),
    population: code("Whom it concerns", "populations"),
    scope: code("Over which institutions, residents or programme", "scopes"),
    territory: code("Where", "territories"),
    period: z.string()
      .regex(periodPattern, "expected 2016, 2016-Q1, 2016-01-01, 2016/17 or 2015/2016")
      .refine(isPeriod, "expected a year, a day that there was, or two periods one after the other")
      .meta({
        description: "A year, half, quarter, month, day or school year, or two of a change",
      }),
    value: decimal("The number, with a dot and without groups; of a range its lower end"),
    unit: unit("Unit, the indicator's"),
    form: oneOf(printedForms, "How the printed string gives the value"),
    printed: optionalText("The string as the report prints it; empty only where it is nil"),
    line: line("Line of the source text, from 1"),
  }),
);

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
export interface ObservationRow {
  /** Code of the observation. */
  readonly id: string;
  /** Id of what was observed. */
  readonly indicator: string;
  /** Id of whom it concerns. */
  readonly population: string;
  /** Id of the institutions, residents or programme over which it is counted. */
  readonly scope: string;
  /** Id of where. */
  readonly territory: string;
  /** A year, half, quarter, month, day or school year, or two of a change, such as `2015/2016`. */
  readonly period: string;
  /** The number; of a range its lower end. */
  readonly value: number;
  /** Code of the unit, the indicator's. */
  readonly unit: string;
  /** How the printed string gives the value. */
  readonly form: typeof printedForms[number];
  /** The string as the report prints it; `""` only where it is nil. */
  readonly printed: string;
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

/** The table `norms.csv`. */
export const norms = table(
  "norms",
  "Recommended values, each with its source",
  z.strictObject({
    id: code("Code of the norm"),
    indicator: code("The indicator that the norm speaks of", "indicators"),
    low: optionalDecimal("Least recommended value, in the indicator's unit; empty for no limit"),
    high: optionalDecimal("Greatest recommended value; empty for no limit"),
    unit: unit("Unit of the norm"),
    label: texts("Name"),
    source: texts("Who recommends it, and where"),
    printed: text("The norm as the report prints it"),
    line: line("Line of the source text, from 1"),
  })
    .refine(({ low, high }) => low !== null || high !== null, {
      path: ["low"],
      error: "expected a low or a high limit",
    })
    .refine(({ low, high }) => low === null || high === null || low <= high, {
      path: ["high"],
      error: "expected no less than the low limit",
    }),
);

/** A recommended value with its own source. */
export interface Norm<Text = Wording> {
  /** Code of the norm. */
  readonly id: string;
  /** Id of the indicator that it speaks of. */
  readonly indicator: string;
  /** Least recommended value, in its unit; `null` for no limit. */
  readonly low: number | null;
  /** Greatest recommended value; `null` for no limit. */
  readonly high: number | null;
  /** Code of its unit. */
  readonly unit: string;
  /** Its name. */
  readonly label: Text;
  /** Who recommends it, and where. */
  readonly source: Text;
  /** As the report prints it. */
  readonly printed: string;
  /** Line of the source text, from 1. */
  readonly line: number;
}
