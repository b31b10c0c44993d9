import * as z from "zod";
import type { RelationKind } from "./relation_shapes.ts";

/** A relation between values, which are named by their ids, whether they are printed or not. */
export interface Relation extends Terms<string> {}

/** A relation with something for each of its values: an id, or every number that it may be. */
export interface Terms<T> {
  /** What kind of relation it is. */
  readonly kind: RelationKind;
  /** What is computed. */
  readonly result: T;
  /** Those before the `/`, in order. */
  readonly operands: readonly T[];
  /** Those after the `/`: what divides, or goes out in a roll-forward. */
  readonly divisors: readonly T[];
  /** For a norm, bound or mixture one of their sides, for a trend the word; `""` for others. */
  readonly rule: string;
  /** Of what numbers the result was computed; without it the precision of each number tells how it counts. */
  readonly computed?: "as-printed" | "from-unrounded";
}

/** How a result was computed: of the numbers as they are printed, or before they were rounded. */
export const computations = ["as-printed", "from-unrounded"] as const;

/** A relation with other things for its values. */
export function mapTerms<T, U>(
  { kind, result, operands, divisors, rule, computed }: Terms<T>,
  change: (value: T) => U,
): Terms<U> {
  return {
    kind,
    result: change(result),
    operands: operands.map(change),
    divisors: divisors.map(change),
    rule,
    computed,
  };
}

const reference = "[a-z0-9*]+([-.][a-z0-9*]+)*";
const list = `[?]?${reference}( [?]?${reference})*`;

/** An id, which may have a `*`. */
export function starredCell(message: string) {
  return z.string().regex(new RegExp(`^${reference}$`), message);
}

/** An id, which may have a `*`, and `?` before it where the report does not print it. */
export function referenceCell(message: string) {
  return z.string().regex(new RegExp(`^[?]?${reference}$`), message);
}

/** Ids parted by spaces, with at most one `/` between them. */
export function operandsCell() {
  return z.string().regex(
    new RegExp(`^${list}( / ${list})?$`),
    "expected codes parted by one space, with at most one / between codes",
  );
}

/** The relation of a row, and what of it is marked with `?` as not printed. */
export function parseRelation(
  { kind, result, operands, rule, computed }:
    & Pick<Relation, "kind" | "result" | "rule" | "computed">
    & { readonly operands: string },
): { readonly relation: Relation; readonly missing: readonly string[] } {
  const tokens = operands.split(" ");
  const slash = tokens.indexOf("/");
  const plain = (token: string) => token.replace("?", "");
  return {
    relation: {
      kind,
      result: plain(result),
      operands: (slash < 0 ? tokens : tokens.slice(0, slash)).map(plain),
      divisors: (slash < 0 ? [] : tokens.slice(slash + 1)).map(plain),
      rule,
      ...(computed && { computed }),
    },
    missing: [result, ...tokens].filter((token) => token.startsWith("?")).map(plain),
  };
}
