import type { Observation } from "../model/observation.ts";

/** One row of a printed table: its observations by column. */
export interface PrintedRow {
  /** The part of the ids between table and column, such as `users-remote`. */
  readonly row: string;
  readonly cells: Readonly<Record<string, Observation>>;
}

/**
 * The observations of a printed table as rows, in the order of the report.
 *
 * A table's observations have ids of three parts, `table.row.column`.
 *
 * @param observations Observations of an edition.
 * @param table The first part of the ids.
 * @returns One row for each middle part.
 *
 * @example
 * ```ts
 * import { loadReport, printedTable } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { observations } = await loadReport("kuzbass-2016");
 * const [users] = printedTable(observations, "table1");
 * assertEquals(users.cells["2016"].printed, "267 826");
 * ```
 */
export function printedTable(observations: readonly Observation[], table: string): PrintedRow[] {
  const rows = new Map<string, Record<string, Observation>>();
  for (const observation of observations) {
    const [head, row, column, ...rest] = observation.id.split(".");
    if (head !== table || column === undefined || rest.length > 0) continue;
    const cells = rows.get(row) ?? {};
    cells[column] = observation;
    rows.set(row, cells);
  }
  return [...rows].map(([row, cells]) => ({ row, cells }));
}
