import type { Claim } from "../model/claim.ts";
import type { Finding } from "../model/finding.ts";
import type { LoadedTable } from "./read_table.ts";

/**
 * Reports every finding that names a claim which does not exist.
 *
 * @param table The rows as read.
 * @param claims The claims, expanded.
 */
export function checkFindings(table: LoadedTable<Finding>, claims: readonly Claim[]): void {
  const known = new Set(claims.map(({ id }) => id));
  for (const [index, { claims }] of table.rows.entries()) {
    for (const id of claims.filter((id) => !known.has(id))) {
      table.report(index, "claims", `claims: unknown claim "${id}"; expected one of claims.csv`);
    }
  }
}
