import type { ReportNumbers } from "../model/report.ts";
import { type CellPower, cellPower } from "./cell_power.ts";
import { constraintNetwork } from "./constraint_network.ts";
import { type SlipTally, sumOfTallies } from "./slip_tally.ts";

/** How well each number of a report is protected. */
export interface PowerMap {
  /** Every observation, in the order of the report. */
  readonly cells: readonly CellPower[];
  /** What each claim catches over all of its cells, by its id. */
  readonly claims: ReadonlyMap<string, SlipTally>;
  /** What is caught over all cells. */
  readonly total: SlipTally;
}

/**
 * Finds for every number of a report which slips of the pen its relations would have caught.
 *
 * A slip is caught if it makes a claim contradict the print that did not, mends one that did, or changes by how much.
 *
 * @param report The report.
 * @returns The map of what is protected, by cell and by claim.
 *
 * @example
 * ```ts
 * import { loadReport, power } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { cells } = power(await loadReport("kuzbass-2016"));
 * const loans = cells.find(({ observation }) => observation.id === "table1.loans.2016")!;
 * assertEquals(loans.slips["swapped-digits"], { tried: 6, caught: 6 });
 * ```
 */
export function power(report: ReportNumbers): PowerMap {
  const network = constraintNetwork(report);
  const cells = report.observations.map((observation) => cellPower(network, observation));
  return { cells, claims: byClaim(cells), total: sumOfTallies(cells.map(({ slips }) => slips)) };
}

function byClaim(cells: readonly CellPower[]): Map<string, SlipTally> {
  const found = new Map<string, SlipTally[]>();
  for (const { claim, slips } of cells.flatMap(({ relations }) => relations)) {
    found.set(claim.id, [...found.get(claim.id) ?? [], slips]);
  }
  return new Map([...found].map(([id, tallies]) => [id, sumOfTallies(tallies)]));
}
