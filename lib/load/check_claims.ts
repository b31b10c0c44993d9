import { type Claim, type ClaimRow, termsOfClaim } from "../model/claim.ts";
import { type Label, toLabel } from "../model/label.ts";
import { parseRelation, type RelationKind } from "../model/relation.ts";
import { checkRelation, type RelationContext } from "./check_relation.ts";
import { findCycles } from "./check_rows.ts";
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
  const { claims: table, unprinted, observations } = tables;
  const { isObservation, isNorm } = printed;
  const unitOf = (id: string) => printed.unitOf(id) ?? unprinted.row(id)?.unit;
  const context = { ...printed, unitOf };
  // An edition without such names calls what is not printed by its id.
  const isNaming = (unprinted.ids?.size ?? 0) > 0;
  const isNamed = (id: string) => unprinted.ids?.has(id) || isObservation(id) || isNorm(id);
  const words = wordsOf(tables);
  const expanded: Claim[] = [], rowOf: number[] = [];
  const seen = new Set<string>(), needed = new Set<string>();
  // Claims of a printed table share the statement of their relation.
  let checked: Label | undefined;
  table.check((row, complain, index) => {
    for (const [field, message] of row.statement === checked ? [] : strangePlaceholders(row)) {
      table.report(index, field, message);
    }
    checked = row.statement;
    const claims = expandClaim(row, observations.ids ?? [], words);
    if (claims.length === 0) complain("result", `"${row.result}" matches no observation`);
    for (const claim of claims) {
      const { relation } = claim, missing = claim.missing.map(({ id }) => id);
      checkRelation({ relation, missing }, context, complain);
      const values = [relation.result, ...relation.operands, ...relation.divisors];
      if (missing.length > 0 && !values.some(isObservation)) {
        complain("result", "expected a printed value; such a statement is a finding");
      }
      for (const id of isNaming ? missing.filter((id) => !isNamed(id)) : []) {
        const column = id === relation.result ? "result" : "operands";
        complain(column, `expected "?${id}" in unprinted.csv`);
      }
      if (seen.has(claim.id)) complain("id", `"${claim.id}" stands twice`);
      seen.add(claim.id);
      missing.forEach((id) => needed.add(id));
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
    table.report(rowOf[index], "operands", `"${path[0]}" is a part of itself: ${path.join(", ")}`);
  }
  unprinted.check(({ id }, complain) => {
    if (table.complete && !needed.has(id)) complain("id", `no claim of claims.csv needs "${id}"`);
  });
  return expanded;
}

/** What the placeholders of a statement are replaced by. */
const placeholders = ["indicator", "period", "population", "scope", "territory", "row"] as const;

/** What stands in braces and is none of the placeholders. */
function strangePlaceholders({ statement }: ClaimRow): Iterable<[field: string, message: string]> {
  const expected = placeholders.map((one) => `{${one}}`);
  const found = new Map<string, string>();
  for (const [language, text] of Object.entries(statement)) {
    for (const name of String(text).match(/\{[^{}]*\}/g) ?? []) {
      if (!found.has(name) && !expected.some((one) => one === name)) found.set(name, language);
    }
  }
  return found.entries().map(([name, language]) => [
    `statement_${language}`,
    `expected ${expected.join(", ")}, found "${name}"`,
  ]);
}

/** What an observation is, to fill the placeholders of a statement, and the name of what is not printed. */
export type ClaimWords = ReturnType<typeof wordsOf>;

function wordsOf(tables: LoadedTables) {
  const { observations, indicators, populations, scopes, territories, unprinted } = tables;
  const asIs = (en: string) => toLabel({ en });
  const describe = (
    id: string,
  ): Readonly<Record<typeof placeholders[number], Label>> | undefined => {
    const row = observations.row(id);
    return row && {
      indicator: indicators.row(row.indicator)?.label ?? asIs(row.indicator),
      period: asIs(row.period.replace(/\/(?=\d{4})/, "\u2013")),
      population: populations.row(row.population)?.label ?? asIs(row.population),
      scope: scopes.row(row.scope)?.label ?? asIs(row.scope),
      territory: territories.row(row.territory)?.label ?? asIs(row.territory),
      row: asIs(row.cell?.row ?? ""),
    };
  };
  return { describe, unprinted: (id: string) => unprinted.row(id)?.label };
}

/**
 * The claims that a row of `claims.csv` stands for: one, or one for each id that its `*` match.
 *
 * @param row The row.
 * @param ids Ids of the observations, in order.
 * @param words What fills the statements and names what is not printed.
 * @returns The claims, in the order of the ids; none if the `*` match nothing.
 */
export function expandClaim(
  row: ClaimRow,
  ids: Iterable<string>,
  { describe, unprinted }: ClaimWords,
): Claim[] {
  const { basis, line, topic } = row;
  const toClaim = (fill: (codes: string) => string): Claim => {
    const [id, result, operands] = [row.id, row.result, row.operands].map(fill);
    const { relation, missing } = parseRelation({ ...row, result, operands });
    const words = new Map(Object.entries(describe(relation.result) ?? {}));
    const restated = Object.entries(row.statement).map(([language, text]) => [
      language,
      String(text).replaceAll(/\{(\w+)\}/g, (_, name) => {
        const label: Readonly<Record<string, string>> = { ...words.get(name) };
        return label[language] ?? label.en ?? "";
      }),
    ]);
    return {
      ...termsOfClaim(relation, missing),
      id,
      basis,
      line,
      topic,
      missing: missing.map((id) => ({ id, label: unprinted(id) ?? toLabel({ en: id }) })),
      statement: toLabel(Object.fromEntries(restated)),
    };
  };
  if (!row.result.includes("*")) return [toClaim((codes) => codes)];
  const literal = row.result.split("*").map((part) => part.replaceAll(".", "\\."));
  const pattern = new RegExp(`^${literal.join("([^.]+)")}$`);
  return Iterator.from(ids).map((id) => pattern.exec(id)?.slice(1)).filter((found) => !!found)
    .map((matches) =>
      toClaim((codes) => codes.replaceAll(/\S+/g, (code) => fillStars(code, row.result, matches)))
    ).toArray();
}

/** Replaces each `*` by what that of the result in the same part between dots matched, or else by the one in its turn. */
function fillStars(code: string, result: string, matches: readonly string[]): string {
  const partsOf = (pattern: string) =>
    [...pattern.matchAll(/\*/g)].map(({ index }) => pattern.slice(0, index).split(".").length);
  const stars = partsOf(result), parts = partsOf(code);
  let turn = -1;
  return code.replaceAll("*", () => {
    turn++;
    const same = stars.length > 1 ? stars.indexOf(parts[turn]) : -1;
    return matches[same >= 0 ? same : Math.min(turn, matches.length - 1)];
  });
}
