import type { NumberFormat } from "../model/edition.ts";
import { decimalsLeft, type Indicator } from "../model/indicator.ts";
import type { Observation, ObservationRow } from "../model/observation.ts";
import { decimalString } from "../numbers/format_number.ts";
import { exact } from "../numbers/exact.ts";
import { parseNumberWord } from "../numbers/numerals.ts";
import type { PrintedNumber } from "../numbers/parse_printed.ts";
import { readPrinted } from "../numbers/read_printed.ts";
import { parseRoman } from "../numbers/numerals.ts";
import { lastPlace } from "../numbers/rounding.ts";
import type { LoadedTable } from "./loaded_table.ts";

/** What observations are checked against. */
export interface ObservationContext {
  readonly indicators: readonly Indicator[];
  /** How the report writes numbers; without it, what is printed is not read. */
  readonly numberFormat?: NumberFormat;
}

/**
 * Checks the values of observations, and adds the decimals that are printed.
 *
 * @param table The rows as read.
 * @param context The indicators, for their precision, and the number format of the report.
 * @returns The observations that agree with what they print.
 */
export function checkObservations(
  table: LoadedTable<ObservationRow>,
  { indicators, numberFormat }: ObservationContext,
): Observation[] {
  const precisions = new Map(indicators.map(({ id, precision }) => [id, precision]));
  return table.rows.flatMap((row, index) => {
    const complain = (column: keyof ObservationRow, message: string) =>
      table.report(index, column, message);
    const precision = precisions.get(row.indicator) ?? "rounded";
    if (precision === "count" && !Number.isInteger(row.value)) {
      complain("value", `expected a whole number for a count, found ${row.value}`);
    }
    if (numberFormat === undefined) return [];
    const parsed = parseObservation(row, numberFormat);
    if (parsed === undefined) {
      complain(
        "printed",
        `expected a string of form "${row.form}", found ${describeFound(row, numberFormat)}`,
      );
      return [];
    }
    if (!parsed.value.equals(exact(row.value))) {
      const read = decimalString(parsed.value, Math.max(0, parsed.decimals));
      complain("value", `expected ${read} as printed "${row.printed}", found ${row.value}`);
      return [];
    }
    const decimals = decimalsLeft(precision, parsed.decimals);
    if (!parsed.value.div(lastPlace(decimals)).isWhole) {
      complain(
        "value",
        `expected a multiple of ${
          lastPlace(decimals).valueOf()
        } as in indicators.csv, found ${row.value}`,
      );
    }
    const { spread } = parsed;
    return [{ ...row, decimals, ...(spread === undefined ? {} : { spread }) }];
  });
}

/** What a string is that has not the form told, as far as it can be read. */
function describeFound({ form, printed }: ObservationRow, format: NumberFormat): string {
  if (form === "words" || form === "roman" || form === "names") return `"${printed}"`;
  const read = readPrinted(printed, format);
  if (read.form !== "unread") return `"${printed}", which is of form "${read.form}"`;
  return read.rest === printed
    ? `"${printed}"`
    : `"${printed}", of which "${read.rest}" cannot be read`;
}

/** What a printed string stands for. */
export interface ParsedObservation extends PrintedNumber {
  /** How far a range reaches above its value. */
  readonly spread?: number;
}

/**
 * The number that a printed string stands for, by the form that the row declares.
 *
 * A list of names counts its names, which are parted by commas; a limit and an about may leave their word to the row.
 *
 * @returns The number and its decimals, or `undefined` if the string has not that form.
 */
export function parseObservation(
  { form, printed }: Pick<ObservationRow, "form" | "printed">,
  format: NumberFormat,
): ParsedObservation | undefined {
  switch (form) {
    case "words":
      return whole(parseNumberWord(printed));
    case "roman":
      return whole(parseRoman(printed));
    case "names":
      return /\d/.test(printed) ? undefined : whole(printed.split(/, (?=\S)/).length);
  }
  const read = readPrinted(printed, format);
  if (form === "nil") return read.form === "nil" || read.form === "blank" ? whole(0) : undefined;
  const mayBeBare = form === "more-than" || form === "less-than" || form === "about";
  if ("value" in read && (read.form === form || (mayBeBare && read.form === "number"))) {
    const { value, decimals, spread } = read;
    return read.form === "range"
      ? { value, decimals, spread: spread.valueOf() }
      : { value, decimals };
  }
  return mayBeBare ? whole(parseNumberWord(printed)) : undefined;
}

function whole(value: number | undefined): PrintedNumber | undefined {
  return value === undefined ? undefined : { value: exact(value), decimals: 0 };
}
