import type { Indicator } from "../model/indicator.ts";
import type { LoadedTable } from "./read_table.ts";

/**
 * Reports every row whose unit is not its indicator's.
 *
 * @param table The rows as read.
 * @param indicators The indicators.
 */
export function checkUnit(
  table: LoadedTable<{ indicator: string; unit: string }>,
  indicators: readonly Indicator[],
): void {
  const units = new Map(indicators.map(({ id, unit }) => [id, unit]));
  for (const [index, { indicator, unit }] of table.rows.entries()) {
    const expected = units.get(indicator);
    if (expected === undefined || expected === unit) continue;
    const message = `unit: expected "${expected}" as in indicators.csv, found "${unit}"`;
    table.report(index, "unit", message);
  }
}
