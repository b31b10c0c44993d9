import type { Claim } from "../model/claim.ts";
import type { Finding } from "../model/finding.ts";
import type { ObservationRow } from "../model/observation.ts";
import type { LoadedTable } from "./read_table.ts";

/**
 * Reports every finding that names a claim which does not exist, or a value that none of its lines prints.
 *
 * @param table The rows as read.
 * @param sources The claims, expanded, and the observations.
 */
export function checkFindings(
  table: LoadedTable<Finding>,
  { claims, observations }: {
    readonly claims: readonly Claim[];
    readonly observations: LoadedTable<ObservationRow>;
  },
): void {
  const known = new Set(claims.map(({ id }) => id));
  const printed = new Map(observations.rows.map((row) => [row.id, row]));
  for (const [index, row] of table.rows.entries()) {
    for (const id of row.claims.filter((id) => !known.has(id))) {
      table.report(index, "claims", `claims: unknown claim "${id}"; expected one of claims.csv`);
    }
    for (const { id, line } of row.values.flatMap((id) => printed.get(id) ?? [])) {
      if (row.lines.includes(line)) continue;
      const message = `values: "${id}" stands on line ${line}; expected one of the finding's lines`;
      table.report(index, "values", message);
    }
  }
}
