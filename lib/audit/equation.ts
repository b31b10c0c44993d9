import type { Exact } from "../model/interval.ts";
import type { Relation } from "../model/relation.ts";
import { exact } from "../numbers/exact.ts";

const zero = exact(0), one = exact(1);

/**
 * What a relation compares: `(plus − minus) ÷ under + offset`, each a sum of the values named.
 *
 * Without `under` nothing is divided. All values are in the bases of their units, so that per cents are hundredths.
 */
export interface Equation {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly under: readonly string[];
  readonly offset: Exact;
}

const none: readonly string[] = [];

/**
 * A relation as the expression that it compares with its result, norm, limit or word.
 *
 * @param relation The relation.
 * @returns The expression; `undefined` for a product and a mixture, which have other forms.
 */
export function equationOf(relation: Relation): Equation | undefined {
  const { kind, result, operands, divisors } = relation;
  const plain = { minus: none, under: none, offset: zero };
  switch (kind) {
    case "sum":
    case "same":
      return { ...plain, plus: operands };
    case "difference":
      return { ...plain, plus: operands.slice(0, 1), minus: operands.slice(1) };
    case "shares":
      return { ...plain, plus: none, minus: operands, offset: one };
    case "roll-forward":
      return { ...plain, plus: operands, minus: divisors };
    case "ratio":
    case "bound":
    case "share":
      return { ...plain, plus: operands, under: divisors };
    case "growth":
      return { ...plain, plus: operands, under: divisors, offset: one.neg() };
    case "mean":
    case "norm":
      return { ...plain, plus: [result], under: divisors };
    case "part":
      return { ...plain, plus: [result], under: operands };
    case "trend":
      return {
        ...plain,
        plus: [result],
        under: operands,
        offset: one.neg(),
      };
    case "product":
    case "mixture":
      return undefined;
  }
}
