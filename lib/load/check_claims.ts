import type { Claim, ClaimRow, TrendWord, UnprintedRow } from "../model/claim.ts";
import { toLabel } from "../model/columns.ts";
import type { Label } from "../model/label.ts";
import type { Norm, ObservationRow } from "../model/observation.ts";
import type { RelationKind } from "../model/relation.ts";
import { checkRelation, type RelationContext } from "./check_relation.ts";
import { type ClaimWords, expandClaim, placeholders } from "./expand_claim.ts";
import { findCycles } from "./find_cycles.ts";
import type { LoadedTable } from "./loaded_table.ts";

interface NamedRow {
  readonly id: string;
  readonly label: Label;
}

/** Claims, and what they refer to. */
export interface ClaimTables {
  readonly claims: LoadedTable<ClaimRow>;
  readonly observations: LoadedTable<ObservationRow>;
  readonly norms: LoadedTable<Norm>;
  readonly trendWords: LoadedTable<TrendWord>;
  readonly unprinted: LoadedTable<UnprintedRow>;
  readonly indicators: LoadedTable<NamedRow>;
  readonly populations: LoadedTable<NamedRow>;
  readonly scopes: LoadedTable<NamedRow>;
  readonly territories: LoadedTable<NamedRow>;
}

/** Kinds whose result is made of its operands, so that none of them can be made of the result in turn. */
const made: ReadonlySet<RelationKind> = new Set(["sum", "same", "product", "roll-forward"]);

/**
 * Expands the rows of `claims.csv` and reports every claim that cannot be computed, every one without a printed value,
 * and every row of `unprinted.csv` that none needs.
 *
 * @param tables The rows as read.
 * @param printed What relations are checked against.
 * @returns The claims, in the order of the file.
 */
export function checkClaims(tables: ClaimTables, printed: RelationContext): Claim[] {
  const { claims: table, unprinted } = tables;
  // An edition without such names calls what is not printed by its id.
  const isNaming = (unprinted.ids?.size ?? 0) > 0;
  const missingUnits = unprinted.rows.map(({ id, unit }) => [id, unit] as const);
  const context = { ...printed, units: new Map([...missingUnits, ...printed.units]) };
  const words = wordsOf(tables);
  const seen = new Set<string>();
  const rowOf: number[] = [];
  // Claims of a printed table share the statement of their relation.
  let checked: Label | undefined;
  const expanded = table.rows.flatMap((row, index) => {
    if (row.statement !== checked) {
      checkPlaceholders(row, (message) => table.report(index, "statement", message));
    }
    checked = row.statement;
    const claims = expandClaim(row, context.observations, words);
    if (claims.length === 0) {
      table.report(index, "result", `"${row.result}" matches no observation`);
    }
    for (const claim of claims) {
      const { relation } = claim, missing = claim.missing.map(({ id }) => id);
      for (const { column, message } of checkRelation({ relation, missing }, context)) {
        table.report(index, column, message);
      }
      const values = [relation.result, ...relation.operands, ...relation.divisors];
      if (missing.length > 0 && !values.some((id) => context.observations.has(id))) {
        table.report(index, "result", "expected a printed value; such a statement is a finding");
      }
      for (const id of isNaming ? missing : []) {
        if (unprinted.ids?.has(id) || context.observations.has(id) || context.norms.has(id)) {
          continue;
        }
        const column = id === relation.result ? "result" : "operands";
        table.report(index, column, `expected "?${id}" in unprinted.csv`);
      }
      if (seen.has(claim.id)) table.report(index, "id", `"${claim.id}" stands twice`);
      seen.add(claim.id);
      rowOf.push(index);
    }
    return claims;
  });
  const links = expanded.map(({ relation: { kind, result, operands } }) => ({
    id: result,
    others: made.has(kind) ? operands : [],
  }));
  for (const { index, path } of findCycles(links)) {
    if (path.length === 2) continue;
    const message = `"${path[0]}" is a part of itself: ${path.join(", ")}`;
    table.report(rowOf[index], "operands", message);
  }
  const needed = new Set(expanded.flatMap(({ missing }) => missing.map(({ id }) => id)));
  for (const [index, { id }] of table.complete ? unprinted.rows.entries() : []) {
    if (!needed.has(id)) unprinted.report(index, "id", `no claim of claims.csv needs "${id}"`);
  }
  return expanded;
}

/** Refuses what stands in braces and is none of the placeholders. */
function checkPlaceholders({ statement }: ClaimRow, complain: (message: string) => void): void {
  const names: readonly string[] = placeholders;
  const found = Object.values(statement).flatMap((text) => [...text.matchAll(/\{([^{}]*)\}/g)]);
  for (const name of new Set(found.map(([, name]) => name))) {
    if (names.includes(name)) continue;
    complain(`expected ${names.map((one) => `{${one}}`).join(", ")}, found "{${name}}"`);
  }
}

function wordsOf(tables: ClaimTables): ClaimWords {
  const labelsOf = ({ rows }: LoadedTable<NamedRow>) => {
    const labels = new Map(rows.map(({ id, label }) => [id, label]));
    return (id: string) => labels.get(id) ?? toLabel({ en: id });
  };
  const [indicator, population, scope, territory] = [
    labelsOf(tables.indicators),
    labelsOf(tables.populations),
    labelsOf(tables.scopes),
    labelsOf(tables.territories),
  ];
  const observationOf = new Map(tables.observations.rows.map((row) => [row.id, row]));
  return {
    describe(id) {
      const row = observationOf.get(id);
      return row && {
        indicator: indicator(row.indicator),
        period: toLabel({ en: row.period.replace(/\/(?=\d{4})/, "\u2013") }),
        population: population(row.population),
        scope: scope(row.scope),
        territory: territory(row.territory),
        row: toLabel({ en: row.cell?.row ?? "" }),
      };
    },
    unprinted: new Map(tables.unprinted.rows.map(({ id, label }) => [id, label])),
  };
}
