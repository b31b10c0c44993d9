import type { NumberFormat } from "../model/edition.ts";
import { decimalsLeft, type Indicator } from "../model/indicator.ts";
import type { Observation, ObservationRow } from "../model/observation.ts";
import { decimalString } from "../numbers/digits.ts";
import { exact } from "../numbers/exact.ts";
import { readPrinted } from "../numbers/read_printed.ts";
import { lastPlace } from "../numbers/rounding.ts";
import { parseObservation } from "./parse_observation.ts";
import type { LoadedTable } from "./read_table.ts";

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
      table.report(index, column, `${column}: ${message}`);
    const precision = precisions.get(row.indicator) ?? "rounded";
    if (precision === "count" && !Number.isInteger(row.value)) {
      complain("value", `expected a whole number for a count, found ${row.value}`);
    }
    if (numberFormat === undefined) return [];
    const parsed = parseObservation(row, numberFormat);
    if (parsed === undefined) {
      complain(
        "printed",
        `expected a string of form "${row.form}", found ${found(row, numberFormat)}`,
      );
      return [];
    }
    if (!parsed.value.equals(exact(row.value))) {
      const read = decimalString(parsed.value, Math.max(0, parsed.decimals));
      complain("value", `expected ${read} as printed "${row.printed}", found ${row.value}`);
      return [];
    }
    const decimals = decimalsLeft(precision, parsed.decimals);
    if (parsed.value.div(lastPlace(decimals)).d !== 1n) {
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
function found({ form, printed }: ObservationRow, format: NumberFormat): string {
  if (form === "words" || form === "roman" || form === "names") return `"${printed}"`;
  const read = readPrinted(printed, format);
  if (read.form !== "unread") return `"${printed}", which is of form "${read.form}"`;
  return read.rest === printed
    ? `"${printed}"`
    : `"${printed}", of which "${read.rest}" cannot be read`;
}
