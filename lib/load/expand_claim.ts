import type { Claim, ClaimRow } from "../model/claim.ts";
import { parseRelation } from "../model/relation.ts";

/**
 * The claims that a row of `claims.csv` stands for: one, or one for each id that its `*` matches.
 *
 * @param row The row.
 * @param ids Ids of the observations, in order.
 * @param describe Names an observation, to fill `{indicator}` and `{period}` of the statement.
 * @returns The claims, in the order of the ids; none if the `*` matches nothing.
 */
export function expandClaim(
  row: ClaimRow,
  ids: Iterable<string>,
  describe: (id: string) => StatementWords | undefined,
): Claim[] {
  const [before, after] = row.result.split("*");
  if (after === undefined) return [toClaim(row, "", describe)];
  const claims: Claim[] = [];
  for (const id of ids) {
    const match = id.slice(before.length, id.length - after.length);
    const matches = id.startsWith(before) && id.endsWith(after) && match !== "" &&
      !match.includes(".");
    if (matches) claims.push(toClaim(row, match, describe));
  }
  return claims;
}

/** What the placeholders of a statement are replaced by. */
export interface StatementWords {
  readonly ru: { readonly indicator: string; readonly period: string };
  readonly en: { readonly indicator: string; readonly period: string };
}

function toClaim(
  row: ClaimRow,
  match: string,
  describe: (id: string) => StatementWords | undefined,
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
    statement.replaceAll("{indicator}", words?.[language].indicator ?? "")
      .replaceAll("{period}", words?.[language].period ?? "");
  return {
    id: fill(row.id),
    kind: row.kind,
    basis: row.basis,
    result: isPrinted(relation.result) ? relation.result : null,
    operands: relation.operands.filter(isPrinted),
    divisors: relation.divisors.filter(isPrinted),
    missing,
    relation,
    rule: row.rule,
    line: row.line,
    notebook: row.notebook,
    statement: { ru: restate(row.statement_ru, "ru"), en: restate(row.statement_en, "en") },
  };
}
