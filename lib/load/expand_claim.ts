import type { Claim, ClaimRow } from "../model/claim.ts";

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
  const result = fill(row.result);
  const tokens = row.operands.split(" ").map(fill);
  const slash = tokens.indexOf("/");
  const numerator = slash < 0 ? tokens : tokens.slice(0, slash);
  const denominator = slash < 0 ? [] : tokens.slice(slash + 1);
  const words = describe(result);
  const restate = (statement: string, language: "ru" | "en") =>
    statement.replaceAll("{indicator}", words?.[language].indicator ?? "")
      .replaceAll("{period}", words?.[language].period ?? "");
  return {
    id: fill(row.id),
    kind: row.kind,
    basis: row.basis,
    result: result.startsWith("?") ? null : result,
    operands: numerator.filter(isPrinted),
    divisors: denominator.filter(isPrinted),
    missing: [result, ...tokens].filter((token) => token.startsWith("?")).map((token) =>
      token.slice(1)
    ),
    rule: row.rule,
    line: row.line,
    notebook: row.notebook,
    statement: { ru: restate(row.statement_ru, "ru"), en: restate(row.statement_en, "en") },
  };
}

function isPrinted(token: string): boolean {
  return !token.startsWith("?") && token !== "/";
}
