import * as column from "./columns.ts";
import type { Named, Wording } from "./label.ts";

const one = String
  .raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-[Qq][1-4]|-[Hh][12]|\/\d{2})?`;

/**
 * How a period is written: a year (`2016`), half (`2016-H1`), quarter (`2016-Q1`), month (`2016-01`), day (`2016-01-01`), a school or
 * fiscal year (`2016/17`), or a change or range between two of them (`2015/2016`).
 */
const periodPattern: RegExp = new RegExp(`^(${one})(?:\\/(${one}))?$`);

/**
 * Whether a period that is written so can be.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { isPeriod } from "./observation.ts";
 *
 * const periods = ["2016", "2016-Q1", "2016/17", "2015/2016", "2016-02-30", "2016/18", "2016/2015"];
 * assertEquals(periods.filter(isPeriod), ["2016", "2016-Q1", "2016/17", "2015/2016"]);
 * ```
 */
export function isPeriod(period: string): boolean {
  const [, first, second] = periodPattern.exec(period) ?? [];
  if (first === undefined || !isOne(first)) return false;
  return second === undefined ||
    (isOne(second) && kindOf(first) === kindOf(second) && first < second);
}

function refusePeriod(cell: string): string | undefined {
  const expected = "expected a year, a day that there was, or two periods one after the other";
  return isPeriod(cell) ? undefined : expected;
}

function isOne(period: string): boolean {
  const [year, month, day] = period.split("-").map(Number);
  if (period.startsWith("0000")) return false;
  const [start, end] = period.split("/");
  if (end !== undefined) return (Number(start) + 1) % 100 === Number(end);
  return day === undefined || new Date(Date.UTC(year, month, 0)).getUTCDate() >= day;
}

function kindOf(period: string): string {
  return period.replaceAll(/\d/g, "0").replace(/-0$/, "");
}

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
export const observations = column.table(
  "Quantities of the report that stand in no printed table, as printed and as numbers",
  {
    id: column.code("Code of the observation"),
    indicator: column.code("What was observed", "indicators"),
    population: column.code("Whom it concerns", "populations"),
    scope: column.code("Over which institutions, residents or programme", "scopes"),
    territory: column.code("Where", "territories"),
    period: column.matching(
      "A year, half, quarter, month, day or school year, or two of a change",
      periodPattern,
      "expected 2016, 2016-Q1, 2016-01-01, 2016/17 or 2015/2016",
      { refuse: refusePeriod },
    ),
    value: column.decimal("The number, with a dot and without groups; of a range its lower end"),
    unit: column.unit("Unit, the indicator's"),
    form: column.oneOf(printedForms, "How the printed string gives the value"),
    printed: column.optionalText("The string as the report prints it; empty only where it is nil"),
    line: column.line("Line of the source text, from 1"),
  },
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
export const norms = column.table("Recommended values, each with its source", {
  ...column.named("norm"),
  indicator: column.code("The indicator that the norm speaks of", "indicators"),
  low: column.optionalDecimal(
    "Least recommended value, in the indicator's unit; empty for no limit",
  ),
  high: column.optionalDecimal("Greatest recommended value; empty for no limit"),
  unit: column.unit("Unit of the norm"),
  source: column.texts("Who recommends it, and where"),
  printed: column.text("The norm as the report prints it"),
  line: column.line("Line of the source text, from 1"),
}, {
  check({ low, high }, complain) {
    if (low === null && high === null) complain("low", "expected a low or a high limit");
    if (low !== null && high !== null && low > high) {
      complain("high", "expected no less than the low limit");
    }
  },
});

/** A recommended value with its own source. */
export interface Norm<Text = Wording> extends Named<Text> {
  /** Id of the indicator that it speaks of. */
  readonly indicator: string;
  /** Least recommended value, in its unit; `null` for no limit. */
  readonly low: number | null;
  /** Greatest recommended value; `null` for no limit. */
  readonly high: number | null;
  /** Code of its unit. */
  readonly unit: string;
  /** Who recommends it, and where. */
  readonly source: Text;
  /** As the report prints it. */
  readonly printed: string;
  /** Line of the source text, from 1. */
  readonly line: number;
}
