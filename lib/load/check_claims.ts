import type { Claim, ClaimRow } from "../model/claim.ts";
import { findCycles } from "./check_cycles.ts";
import { checkRelation } from "./check_relation.ts";
import { type ClaimSources, relationContext } from "./claim_context.ts";
import { expandClaim, type StatementWords } from "./expand_claim.ts";
import type { LoadedTable } from "./read_table.ts";

/**
 * Expands the rows of `claims.csv` and reports every claim that cannot be computed.
 *
 * @param table The rows as read.
 * @param sources The tables that they refer to.
 * @returns The claims, in the order of the file; `undefined` if a table that they refer to cannot be read.
 */
export function checkClaims(
  table: LoadedTable<ClaimRow>,
  sources: ClaimSources,
): Claim[] | undefined {
  const context = relationContext(sources);
  if (context === undefined) return undefined;
  const describe = namer(sources);
  const seen = new Set<string>();
  const rowOf: number[] = [];
  const expanded = table.rows.flatMap((row, index) => {
    const claims = expandClaim(row, context.observations, describe);
    if (claims.length === 0) {
      table.report(index, "result", `result: "${row.result}" matches no observation`);
    }
    for (const claim of claims) {
      for (const { column, message } of checkRelation(claim, context)) {
        table.report(index, column, message);
      }
      if (seen.has(claim.id)) table.report(index, "id", `id: "${claim.id}" stands twice`);
      seen.add(claim.id);
      rowOf.push(index);
    }
    return claims;
  });
  for (const { index, path } of findCycles(expanded.map(({ relation }) => relation))) {
    if (path.length === 2) continue;
    const message = `operands: "${path[0]}" is made of itself: ${path.join(", ")}`;
    table.report(rowOf[index], "operands", message);
  }
  return expanded;
}

function namer({ observations, indicators }: ClaimSources) {
  const indicatorOf = new Map(indicators.rows.map((indicator) => [indicator.id, indicator]));
  const observationOf = new Map(observations.rows.map((row) => [row.id, row]));
  return (id: string): StatementWords | undefined => {
    const observation = observationOf.get(id);
    const indicator = observation && indicatorOf.get(observation.indicator);
    if (!observation || !indicator) return undefined;
    const period = observation.period.replace("/", "\u2013");
    return {
      ru: { indicator: indicator.label_ru, period },
      en: { indicator: indicator.label_en, period },
    };
  };
}
