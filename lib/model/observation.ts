import { z } from "zod";
import {
  code,
  decimal,
  oneOf,
  optionalText,
  positiveInteger,
  type TableSchema,
} from "./table_schema.ts";

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

function isPeriod(period: string): boolean {
  const [from, to] = period.split("/");
  if (from.startsWith("0000")) return false;
  if (to !== undefined) return Number(from) < Number(to);
  const [year, month = 1, day = 1] = from.split("-").map(Number);
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= lengths[month - 1];
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0;
}

const row = z.strictObject({
  id: code("Code of the observation"),
  indicator: code("What was observed"),
  population: code("Whom it concerns"),
  scope: code("Over which institutions, residents or programme"),
  territory: code("Where"),
  period: z.string()
    .regex(
      /^\d{4}(-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|\/\d{4})?$/,
      "expected 2016, 2016-01-01 or 2015/2016",
    )
    .refine(isPeriod, "expected a year, a day that there was, or two years one after the other")
    .describe("A year, a day, or the two years between which a change is counted"),
  value: decimal("The number, with a dot and without groups; of a range its lower end"),
  unit: code("Unit, the indicator's"),
  form: oneOf(printedForms, "How the printed string gives the value"),
  printed: optionalText("The string as the report prints it; empty only where it is nil"),
  line: positiveInteger("Line of the source text, from 1"),
});

/** One row of `observations.csv`. */
export type ObservationRow = z.infer<typeof row>;

/** One printed quantity with its dimensions, its unit and the place where the source prints it. */
export interface Observation extends ObservationRow {
  /** How many decimals are printed: the precision of the value. Below 0 for tens and more: −3 for thousands. */
  readonly decimals: number;
  /** How far a range reaches above its value: 2 for `5–7`. @default 0 */
  readonly spread?: number;
}

/** The table `observations.csv`. */
export const observations = {
  name: "observations",
  title: "Every quantity of the report, as printed and as a number",
  row,
  primaryKey: ["id"],
  foreignKeys: [
    { field: "indicator", table: "indicators" },
    { field: "population", table: "populations" },
    { field: "scope", table: "scopes" },
    { field: "territory", table: "territories" },
  ],
} as const satisfies TableSchema;
