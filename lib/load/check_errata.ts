import type { Claim } from "../model/claim.ts";
import type { Erratum } from "../model/erratum.ts";
import type { LoadedTable } from "./read_table.ts";

/**
 * Reports every erratum that names no claim, so that a misspelt one does not wait for an contradiction.
 *
 * @param table The rows as read.
 * @param claims Every claim of the edition, expanded.
 */
export function checkErrata(table: LoadedTable<Erratum>, claims: readonly Claim[]): void {
  const ids = new Set(claims.map(({ id }) => id));
  for (const [index, { claim }] of table.rows.entries()) {
    if (ids.has(claim)) continue;
    table.report(index, "claim", `claim: unknown claim "${claim}"; expected one of claims.csv`);
  }
}
