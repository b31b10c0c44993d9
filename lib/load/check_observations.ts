import type { NumberFormat } from "../model/edition.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Observation, ObservationRow } from "../model/observation.ts";
import { decimalString } from "../numbers/decimal_string.ts";
import { exact } from "../numbers/exact.ts";
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
  const counts = new Set(
    indicators.filter(({ precision }) => precision === "count").map(({ id }) => id),
  );
  return table.rows.flatMap((row, index) => {
    if (counts.has(row.indicator) && !Number.isInteger(row.value)) {
      const message = `value: expected a whole number for a count, found ${row.value}`;
      table.report(index, "value", message);
    }
    if (row.value < 0 && !row.period.includes("/")) {
      const message = `value: expected no negative number but for a change, found ${row.value}`;
      table.report(index, "value", message);
    }
    if (numberFormat === undefined) return [];
    const parsed = parseObservation(row, numberFormat);
    if (parsed === undefined) {
      const message = `printed: expected a string of form "${row.form}", found "${row.printed}"`;
      table.report(index, "printed", message);
      return [];
    }
    if (!parsed.value.equals(exact(row.value))) {
      const read = decimalString(parsed.value, parsed.decimals);
      const message = `value: expected ${read} as printed "${row.printed}", found ${row.value}`;
      table.report(index, "value", message);
      return [];
    }
    return [{ ...row, decimals: parsed.decimals }];
  });
}
