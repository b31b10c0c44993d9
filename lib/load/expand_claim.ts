import { toLabel } from "../model/columns.ts";
import type { Claim, ClaimRow } from "../model/claim.ts";
import type { Label } from "../model/label.ts";
import { parseRelation } from "../model/relation.ts";

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
  const { id, kind, basis, rule, line, topic } = row;
  const [result, operands] = [row.result, row.operands].map(fill);
  const { relation, missing } = parseRelation({ ...row, result, operands });
  const isPrinted = (id: string) => !missing.includes(id);
  const words = describe(relation.result);
  const restated = Object.entries(row.statement).map(([language, text]) => {
    const fillName = (text: string, name: typeof placeholders[number]) =>
      text.replaceAll(`{${name}}`, () => textIn(words?.[name], language));
    return [language, placeholders.reduce(fillName, text)];
  });
  return {
    ...{ id: fill(id), kind, basis },
    result: isPrinted(relation.result) ? relation.result : null,
    operands: relation.operands.filter(isPrinted),
    divisors: relation.divisors.filter(isPrinted),
    missing: missing.map((id) => ({ id, label: unprinted.get(id) ?? toLabel({ en: id }) })),
    ...{ relation, rule, line, topic },
    statement: toLabel(Object.fromEntries(restated)),
  };
}

function textIn(label: Label | undefined, language: string): string {
  return (label as Record<string, string> | undefined)?.[language] ?? label?.en ?? "";
}
