import { type Claim, type ClaimRow, termsOfClaim } from "../model/claim.ts";
import { toLabel } from "../model/columns.ts";
import type { Label } from "../model/label.ts";
import { parseRelation, type RelationKind } from "../model/relation.ts";
import { checkRelation, type RelationContext } from "./check_relation.ts";
import { findCycles } from "./find_cycles.ts";
import type { LoadedTables } from "./loaded_table.ts";

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
export function checkClaims(tables: LoadedTables, printed: RelationContext): Claim[] {
  const { claims: table, unprinted } = tables;
  const { observations, norms } = printed;
  // An edition without such names calls what is not printed by its id.
  const isNaming = (unprinted.ids?.size ?? 0) > 0;
  const missingUnits = unprinted.rows.map(({ id, unit }) => [id, unit] as const);
  const context = { ...printed, units: new Map([...missingUnits, ...printed.units]) };
  const words = wordsOf(tables);
  const expanded: Claim[] = [], rowOf: number[] = [];
  const seen = new Set<string>();
  // Claims of a printed table share the statement of their relation.
  let checked: Label | undefined;
  table.check((row, complain, index) => {
    if (row.statement !== checked) {
      checkPlaceholders(row, (message) => complain("statement", message));
    }
    checked = row.statement;
    const claims = expandClaim(row, observations, words);
    if (claims.length === 0) complain("result", `"${row.result}" matches no observation`);
    for (const claim of claims) {
      const { relation } = claim, missing = claim.missing.map(({ id }) => id);
      checkRelation({ relation, missing }, context, complain);
      const values = [relation.result, ...relation.operands, ...relation.divisors];
      if (missing.length > 0 && !values.some((id) => observations.has(id))) {
        complain("result", "expected a printed value; such a statement is a finding");
      }
      const isNamed = (id: string) =>
        unprinted.ids?.has(id) || observations.has(id) || norms.has(id);
      for (const id of isNaming ? missing.filter((id) => !isNamed(id)) : []) {
        const column = id === relation.result ? "result" : "operands";
        complain(column, `expected "?${id}" in unprinted.csv`);
      }
      if (seen.has(claim.id)) complain("id", `"${claim.id}" stands twice`);
      seen.add(claim.id);
      expanded.push(claim);
      rowOf.push(index);
    }
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
  unprinted.check(({ id }, complain) => {
    if (needed.has(id) || !table.complete) return;
    complain("id", `no claim of claims.csv needs "${id}"`);
  });
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

function wordsOf(tables: LoadedTables): ClaimWords {
  const [indicator, population, scope, territory] = [
    ...[tables.indicators, tables.populations, tables.scopes, tables.territories],
  ].map(({ rows }) => {
    const labels = new Map<string, Label>(rows.map(({ id, label }) => [id, label]));
    return (id: string) => labels.get(id) ?? toLabel({ en: id });
  });
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

/** What the placeholders of a statement are replaced by. */
export const placeholders = [
  "indicator",
  "period",
  "population",
  "scope",
  "territory",
  "row",
] as const;

/** The words that the claims of an edition are told in. */
export interface ClaimWords {
  /** What an observation is, to fill the placeholders of a statement. */
  describe(id: string): Readonly<Record<typeof placeholders[number], Label>> | undefined;
  /** Names of what is not printed, by id. */
  readonly unprinted: ReadonlyMap<string, Label>;
}

/**
 * The claims that a row of `claims.csv` stands for: one, or one for each id that its `*` match.
 *
 * @param row The row.
 * @param ids Ids of the observations, in order.
 * @param words What fills the statements and names what is not printed.
 * @returns The claims, in the order of the ids; none if the `*` match nothing.
 */
export function expandClaim(row: ClaimRow, ids: Iterable<string>, words: ClaimWords): Claim[] {
  if (!row.result.includes("*")) return [toClaim(row, (pattern) => pattern, words)];
  const literal = row.result.split("*").map((part) => part.replaceAll(".", "\\."));
  const pattern = new RegExp(`^${literal.join("([^.]+)")}$`);
  const stars = starsOf(row.result);
  const claims: Claim[] = [];
  for (const id of ids) {
    const [, ...matches] = pattern.exec(id) ?? [];
    if (matches.length > 0) claims.push(toClaim(row, filler(stars, matches), words));
  }
  return claims;
}

/** In which part between dots each `*` stands. */
function starsOf(pattern: string): number[] {
  return pattern.split(".").flatMap((part, index) =>
    Array.from({ length: part.split("*").length - 1 }, () => index)
  );
}

/** Replaces each `*` by what that of the result in the same part matched, or else by the one in its turn. */
function filler(stars: readonly number[], matches: readonly string[]) {
  const fillCode = (code: string) => {
    const places = starsOf(code);
    let turn = -1;
    return code.replaceAll("*", () => {
      turn++;
      const same = stars.indexOf(places[turn]);
      return matches[same >= 0 && stars.length > 1 ? same : Math.min(turn, matches.length - 1)];
    });
  };
  return (pattern: string) => pattern.split(" ").map(fillCode).join(" ");
}

function toClaim(
  row: ClaimRow,
  fill: (pattern: string) => string,
  { describe, unprinted }: ClaimWords,
): Claim {
  const { id, basis, line, topic } = row;
  const [result, operands] = [row.result, row.operands].map(fill);
  const { relation, missing } = parseRelation({ ...row, result, operands });
  const words = describe(relation.result);
  const restated = Object.entries(row.statement).map(([language, text]) => {
    const fillName = (text: string, name: typeof placeholders[number]) =>
      text.replaceAll(`{${name}}`, () => textIn(words?.[name], language));
    return [language, placeholders.reduce(fillName, text)];
  });
  return {
    ...termsOfClaim(relation, missing),
    ...{ id: fill(id), basis, line, topic },
    missing: missing.map((id) => ({ id, label: unprinted.get(id) ?? toLabel({ en: id }) })),
    statement: toLabel(Object.fromEntries(restated)),
  };
}

function textIn(label: Label | undefined, language: string): string {
  return (label as Record<string, string> | undefined)?.[language] ?? label?.en ?? "";
}
