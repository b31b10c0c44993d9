import type { Claim, ClaimRow } from "../model/claim.ts";
import type { Label } from "../model/label.ts";
import { parseRelation } from "../model/relation.ts";

/**
 * The claims that a row of `claims.csv` stands for: one, or one for each id that its `*` matches.
 *
 * @param row The row.
 * @param ids Ids of the observations, in order.
 * @param words What fills the statements and names what is not printed.
 * @returns The claims, in the order of the ids; none if the `*` matches nothing.
 */
export function expandClaim(
  row: ClaimRow,
  ids: Iterable<string>,
  words: ClaimWords,
): Claim[] {
  const [before, after] = row.result.split("*");
  if (after === undefined) return [toClaim(row, "", words)];
  const claims: Claim[] = [];
  for (const id of ids) {
    const match = id.slice(before.length, id.length - after.length);
    const matches = id.startsWith(before) && id.endsWith(after) && match !== "" &&
      !match.includes(".");
    if (matches) claims.push(toClaim(row, match, words));
  }
  return claims;
}

/** The words that the claims of an edition are told in. */
export interface ClaimWords {
  /** Names an observation, to fill `{indicator}` and `{period}` of the statement. */
  describe(id: string): StatementWords | undefined;
  /** Names of what is not printed, by id. */
  readonly unprinted: ReadonlyMap<string, Label>;
}

/** What the placeholders of a statement are replaced by. */
export interface StatementWords {
  readonly ru: { readonly indicator: string; readonly period: string };
  readonly en: { readonly indicator: string; readonly period: string };
}

function toClaim(
  row: ClaimRow,
  match: string,
  { describe, unprinted }: ClaimWords,
): Claim {
  const fill = (pattern: string) => pattern.replaceAll("*", match);
  const { relation, missing } = parseRelation({
    kind: row.kind,
    result: fill(row.result),
    operands: fill(row.operands),
    rule: row.rule,
  });
  const isPrinted = (id: string) => !missing.includes(id);
  const words = describe(relation.result);
  const restate = (statement: string, language: "ru" | "en") =>
    statement.replaceAll("{indicator}", () => words?.[language].indicator ?? "")
      .replaceAll("{period}", () => words?.[language].period ?? "");
  return {
    id: fill(row.id),
    kind: row.kind,
    basis: row.basis,
    result: isPrinted(relation.result) ? relation.result : null,
    operands: relation.operands.filter(isPrinted),
    divisors: relation.divisors.filter(isPrinted),
    missing: missing.map((id) => ({ id, label: unprinted.get(id) ?? { ru: id, en: id } })),
    relation,
    rule: row.rule,
    line: row.line,
    topic: row.topic,
    statement: { ru: restate(row.statement_ru, "ru"), en: restate(row.statement_en, "en") },
  };
}
