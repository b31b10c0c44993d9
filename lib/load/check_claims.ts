import type { Claim, ClaimRow } from "../model/claim.ts";
import type { UnprintedRow } from "../model/unprinted.ts";
import { findCycles } from "./check_cycles.ts";
import { checkRelation } from "./check_relation.ts";
import { type ClaimSources, relationContext } from "./claim_context.ts";
import { type ClaimWords, expandClaim, type StatementWords } from "./expand_claim.ts";
import type { LoadedTable } from "./read_table.ts";

/** What claims refer to, with the names of what is not printed. */
type Sources = ClaimSources & { readonly unprinted: LoadedTable<UnprintedRow> };

/**
 * Expands the rows of `claims.csv` and reports every claim that cannot be computed, every one without a printed value,
 * and every row of `unprinted.csv` that none needs.
 *
 * @param table The rows as read.
 * @param sources The tables that they refer to.
 * @returns The claims, in the order of the file; `undefined` if a table that they refer to cannot be read.
 */
export function checkClaims(
  table: LoadedTable<ClaimRow>,
  sources: Sources,
): Claim[] | undefined {
  const printed = relationContext(sources);
  if (printed === undefined) return undefined;
  // An edition without such names calls what is not printed by its id.
  const isNaming = (sources.unprinted.ids?.size ?? 0) > 0;
  const unprinted = sources.unprinted.rows.map(({ id, unit }) => [id, unit] as const);
  const context = { ...printed, units: new Map([...unprinted, ...printed.units]) };
  const words = wordsOf(sources);
  const seen = new Set<string>();
  const rowOf: number[] = [];
  const expanded = table.rows.flatMap((row, index) => {
    const claims = expandClaim(row, context.observations, words);
    if (claims.length === 0) {
      table.report(index, "result", `result: "${row.result}" matches no observation`);
    }
    for (const claim of claims) {
      const { relation } = claim, missing = claim.missing.map(({ id }) => id);
      for (const { column, message } of checkRelation({ relation, missing }, context)) {
        table.report(index, column, message);
      }
      const values = [relation.result, ...relation.operands, ...relation.divisors];
      if (missing.length > 0 && !values.some((id) => context.observations.has(id))) {
        const message = "result: expected a printed value; such a statement is a finding";
        table.report(index, "result", message);
      }
      const isNamed = (id: string) =>
        sources.unprinted.ids?.has(id) || context.observations.has(id) || context.norms.has(id);
      for (const id of missing.filter((id) => isNaming && !isNamed(id))) {
        const column = id === relation.result ? "result" : "operands";
        table.report(index, column, `${column}: expected "?${id}" in unprinted.csv`);
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
  checkUnprinted(sources, table.complete ? expanded : undefined);
  return expanded;
}

function checkUnprinted(
  { unprinted, indicators }: Sources,
  claims: readonly Claim[] | undefined,
): void {
  const units = new Set(indicators.rows.map(({ unit }) => unit));
  const needed = new Set(claims?.flatMap(({ missing }) => missing.map(({ id }) => id)));
  for (const [index, { id, unit }] of unprinted.rows.entries()) {
    if (!units.has(unit)) {
      const message = `unit: expected a unit of indicators.csv, found "${unit}"`;
      unprinted.report(index, "unit", message);
    }
    if (claims && !needed.has(id)) {
      unprinted.report(index, "id", `id: no claim of claims.csv needs "${id}"`);
    }
  }
}

function wordsOf({ observations, indicators, unprinted }: Sources): ClaimWords {
  const indicatorOf = new Map(indicators.rows.map((indicator) => [indicator.id, indicator]));
  const observationOf = new Map(observations.rows.map((row) => [row.id, row]));
  const describe = (id: string): StatementWords | undefined => {
    const observation = observationOf.get(id);
    const indicator = observation && indicatorOf.get(observation.indicator);
    if (!observation || !indicator) return undefined;
    const period = observation.period.replace("/", "\u2013");
    return {
      ru: { indicator: indicator.label_ru, period },
      en: { indicator: indicator.label_en, period },
    };
  };
  const names = unprinted.rows.map(({ id, label_ru, label_en }) =>
    [id, { ru: label_ru, en: label_en }] as const
  );
  return { describe, unprinted: new Map(names) };
}
