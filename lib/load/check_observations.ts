import type { Edition } from "../model/edition.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Observation, ObservationRow } from "../model/observation.ts";
import { exact } from "../numbers/exact.ts";
import { decimalString } from "../numbers/decimal_string.ts";
import { parseObservation } from "./parse_observation.ts";
import type { LoadedTable } from "./read_table.ts";

/**
 * Checks what a schema cannot say of observations, and adds the decimals that are printed.
 *
 * @param table The rows as read.
 * @param edition The edition, for its number format and the length of its source.
 * @param indicators The indicators, for their units and precision.
 * @returns The observations that agree with what they print.
 */
export function checkObservations(
  table: LoadedTable<ObservationRow>,
  edition: Edition,
  indicators: readonly Indicator[],
): Observation[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const observations: Observation[] = [];
  for (const [index, row] of table.rows.entries()) {
    const indicator = byId.get(row.indicator);
    if (indicator && indicator.unit !== row.unit) {
      table.report(
        index,
        "unit",
        `unit: expected "${indicator.unit}" as in indicators.csv, found "${row.unit}"`,
      );
    }
    if (row.line > edition.source.lines) {
      table.report(
        index,
        "line",
        `line: expected at most ${edition.source.lines}, found ${row.line}`,
      );
    }
    if (indicator?.precision === "count" && !Number.isInteger(row.value)) {
      table.report(
        index,
        "value",
        `value: expected a whole number for a count, found ${row.value}`,
      );
    }
    if (row.value < 0 && !row.period.includes("/")) {
      table.report(
        index,
        "value",
        `value: expected no negative number but for a change, found ${row.value}`,
      );
    }
    const parsed = parseObservation(row, edition.numberFormat);
    if (parsed === undefined) {
      table.report(
        index,
        "printed",
        `printed: expected a string of form "${row.form}", found "${row.printed}"`,
      );
    } else if (!parsed.value.equals(exact(row.value))) {
      const read = decimalString(parsed.value);
      table.report(
        index,
        "value",
        `value: expected ${read} as printed "${row.printed}", found ${row.value}`,
      );
    } else observations.push({ ...row, decimals: parsed.decimals });
  }
  return observations;
}
