import { type Claim, type ClaimRow, termsOfClaim } from "../model/claim.ts";
import { type Label, toLabel } from "../model/label.ts";
import { parseRelation, type RelationKind } from "../model/relation.ts";
import { checkRelation, type RelationContext } from "./check_relation.ts";
import { findCycles } from "./check_references.ts";
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
  const { isObservation, norms } = printed;
  // An edition without such names calls what is not printed by its id.
  const isNaming = (unprinted.ids?.size ?? 0) > 0;
  const context: RelationContext = {
    ...printed,
    unitOf: (id) => printed.unitOf(id) ?? unprinted.row(id)?.unit,
  };
  const words = wordsOf(tables);
  const expanded: Claim[] = [], rowOf: number[] = [];
  const seen = new Set<string>();
  // Claims of a printed table share the statement of their relation.
  let checked: Label | undefined;
  table.check((row, complain, index) => {
    if (row.statement !== checked) {
      checkPlaceholders(row, (field, message) => table.report(index, field, message));
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
      const isNamed = (id: string) =>
        unprinted.ids?.has(id) || isObservation(id) || norms.ids?.has(id);
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
function checkPlaceholders(
  { statement }: ClaimRow,
  complain: (field: string, message: string) => void,
): void {
  const names: readonly string[] = placeholders;
  const told = new Set<string>();
  for (const [language, text] of Object.entries(statement)) {
    for (const [, name] of text.matchAll(/\{([^{}]*)\}/g)) {
      if (names.includes(name) || told.has(name)) continue;
      told.add(name);
      const expected = names.map((one) => `{${one}}`).join(", ");
      complain(`statement_${language}`, `expected ${expected}, found "{${name}}"`);
    }
  }
}

function wordsOf(tables: LoadedTables): ClaimWords {
  const { observations, indicators, populations, scopes, territories, unprinted } = tables;
  const name = (row: { readonly label: Label } | undefined, id: string) =>
    row?.label ?? toLabel({ en: id });
  return {
    describe(id) {
      const row = observations.row(id);
      return row && {
        indicator: name(indicators.row(row.indicator), row.indicator),
        period: toLabel({ en: row.period.replace(/\/(?=\d{4})/, "\u2013") }),
        population: name(populations.row(row.population), row.population),
        scope: name(scopes.row(row.scope), row.scope),
        territory: name(territories.row(row.territory), row.territory),
        row: toLabel({ en: row.cell?.row ?? "" }),
      };
    },
    unprinted: (id) => unprinted.row(id)?.label,
  };
}

/** What the placeholders of a statement are replaced by. */
const placeholders = [
  "indicator",
  "period",
  "population",
  "scope",
  "territory",
  "row",
] as const;
type Placeholder = typeof placeholders[number];

/** The words that the claims of an edition are told in. */
export interface ClaimWords {
  /** What an observation is, to fill the placeholders of a statement. */
  describe(id: string): Readonly<Record<Placeholder, Label>> | undefined;
  /** The name of what is not printed. */
  unprinted(id: string): Label | undefined;
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
  const claims: Claim[] = [];
  for (const id of ids) {
    const [, ...matches] = pattern.exec(id) ?? [];
    if (matches.length === 0) continue;
    const fill = (codes: string) =>
      codes.replaceAll(/\S+/g, (code) => fillStars(code, row.result, matches));
    claims.push(toClaim(row, fill, words));
  }
  return claims;
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

function toClaim(
  row: ClaimRow,
  fill: (pattern: string) => string,
  { describe, unprinted }: ClaimWords,
): Claim {
  const { id, basis, line, topic } = row;
  const [result, operands] = [row.result, row.operands].map(fill);
  const { relation, missing } = parseRelation({ ...row, result, operands });
  const words = describe(relation.result);
  const restated = Object.entries(row.statement).map(([language, text]) => [
    language,
    String(text).replaceAll(/\{(\w+)\}/g, (_, name: Placeholder) => {
      const label: Readonly<Record<string, string>> = { ...words?.[name] };
      return label[language] ?? label.en ?? "";
    }),
  ]);
  return {
    ...termsOfClaim(relation, missing),
    ...{ id: fill(id), basis, line, topic },
    missing: missing.map((id) => ({ id, label: unprinted(id) ?? toLabel({ en: id }) })),
    statement: toLabel(Object.fromEntries(restated)),
  };
}
