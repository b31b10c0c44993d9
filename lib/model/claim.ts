import type { RowOf } from "./edition_tables.ts";
import type { Label, Named, Wording } from "./label.ts";
import type { Relation } from "./relation.ts";

/** One row of `claims.csv`, or a claim of a printed table: one claim, or one for each observation that its `*` matches. */
export type ClaimRow = RowOf<"claims"> & Pick<Relation, "computed">;

/** One thing that the report states or implies, with what it is computed from. */
export interface Claim
  extends Pick<RowOf<"claims">, "id" | "kind" | "basis" | "rule" | "line" | "topic" | "statement"> {
  /** Id of the observation whose printed value is judged; `null` where the report prints none. */
  readonly result: string | null;
  /** Ids that are added up; for a share or ratio, the numerator. */
  readonly operands: readonly string[];
  /** Ids that the numerator is divided by, in a share or ratio; in a roll-forward, what goes out. */
  readonly divisors: readonly string[];
  /** What would be needed and is not printed, with the words that name it: the claim then lacks its base. */
  readonly missing: readonly Named<Label>[];
  /** The relation as declared, with what is not printed in its place. */
  readonly relation: Relation;
}

/** What a claim has of its relation: what is computed and of what, as far as it is printed. */
export function termsOfClaim(
  relation: Relation,
  missing: readonly string[],
): Pick<Claim, "relation" | "kind" | "rule" | "result" | "operands" | "divisors"> {
  const { kind, rule, result, operands, divisors } = relation;
  const isPrinted = (id: string) => !missing.includes(id);
  return {
    relation,
    kind,
    rule,
    result: isPrinted(result) ? result : null,
    operands: operands.filter(isPrinted),
    divisors: divisors.filter(isPrinted),
  };
}

/** A word for a change or a comparison, with the limits within which it is taken to hold. */
export type TrendWord<Text = Wording> = RowOf<"trendWords", Text>;

/** One row of `unprinted.csv`: a value that a claim would need and the report does not print. */
export type UnprintedRow<Text = Label> = RowOf<"unprinted", Text>;

/** A declared contradiction with its reason. */
export type Erratum<Text = Wording> = RowOf<"errata", Text>;

/** One row of `inferences.csv`: a quantity that is not printed, with the relation that bounds it. */
export type Inference<Text = Label> = RowOf<"inferences", Text>;

/** One row of `definitions.csv`: a question of definition that the report leaves open. */
export type Definition<Text = Label> = RowOf<"definitions", Text>;

/** One row of `candidates.csv`: a definition that could have given a printed result. */
export type Candidate<Text = Label> = RowOf<"candidates", Text>;

/** What a stretch of the report, or several, speaks of. */
export type Topic<Text = Label> = RowOf<"topics", Text>;

/** One row of `findings.csv`: one thing that the report asserts, in numbers or in words. */
export type Finding<Text = Label> = RowOf<"findings", Text>;

/** One row of `numerals.csv`: one numeral of the source, accounted for. */
export type Numeral = RowOf<"numerals">;
