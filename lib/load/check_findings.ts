import type { Claim } from "../model/claim.ts";
import type { Finding } from "../model/finding.ts";
import type { ObservationRow } from "../model/observation.ts";
import type { LoadedTable } from "./read_table.ts";

/**
 * Reports every finding that names a claim or an observation which does not exist, or a value that none of its lines prints.
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
  const known = {
    values: { what: "observation", file: "observations.csv", ids: observations.ids },
    claims: { what: "claim", file: "claims.csv", ids: new Set(claims.map(({ id }) => id)) },
  };
  const printed = new Map(observations.rows.map((row) => [row.id, row]));
  for (const [index, row] of table.rows.entries()) {
    for (const column of ["values", "claims"] as const) {
      const { what, file, ids } = known[column];
      for (const id of row[column].filter((id) => ids && !ids.has(id))) {
        table.report(index, column, `${column}: unknown ${what} "${id}"; expected one of ${file}`);
      }
    }
    for (const { id, line } of row.values.flatMap((id) => printed.get(id) ?? [])) {
      if (row.lines.includes(line)) continue;
      const message = `values: "${id}" stands on line ${line}; expected one of the finding's lines`;
      table.report(index, "values", message);
    }
  }
}
