import { limitOf } from "../audit/limit_of.ts";
import type { SlipTally } from "../audit/power.ts";
import type { ClaimKind } from "../model/claim.ts";
import type { Verdict, VerdictHow, VerdictKind } from "../model/verdict.ts";
import { decimalString } from "../numbers/digits.ts";
import { type IntervalJson, intervalJson } from "../numbers/interval_text.ts";

/** A printed value that a claim is computed from, with the place that prints it. */
export interface OperandJson {
  readonly id: string;
  readonly printed: string;
  readonly line: number;
}

/** One verdict for machines. */
export interface ClaimJson {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly basis: string;
  readonly statement: string;
  readonly statement_ru: string;
  readonly printed: string;
  readonly operands: readonly OperandJson[];
  readonly computed: string | null;
  readonly interval: {
    readonly computed: IntervalJson | null;
    readonly printed: IntervalJson | null;
  };
  readonly verdict: VerdictKind;
  readonly how: VerdictHow | null;
  /** The limit of a comparison, in words. */
  readonly limit: string | null;
  readonly difference: string | null;
  readonly slack: string | null;
  readonly rounding: readonly string[];
  /** What would be needed and is not printed, in words. */
  readonly missing: readonly string[];
  /** Slips tried on its cells, and those that this claim alone would have caught. */
  readonly power: { readonly tried: number; readonly caught: number };
  /** The line that states it; where the numbers imply it, the one that prints what is judged. */
  readonly line: number | null;
  readonly lines: readonly number[];
  readonly topic: string;
}

/**
 * A verdict as plain data, with numbers as decimal strings so that none loses a digit.
 *
 * @param verdict The verdict.
 * @param places The rows that print the operands, by id.
 * @param slips What the claim would have caught; nothing, if it computes with no printed value.
 */
export function claimJson(
  verdict: Verdict,
  places: ReadonlyMap<string, OperandJson>,
  slips: SlipTally | undefined,
): ClaimJson {
  const { claim, computed, difference, slack } = verdict;
  const tallies = Object.values(slips ?? {});
  const sum = (key: "tried" | "caught") => tallies.reduce((all, tally) => all + tally[key], 0);
  return {
    id: claim.id,
    kind: claim.kind,
    basis: claim.basis,
    statement: claim.statement.en,
    statement_ru: claim.statement.ru,
    printed: verdict.printed,
    operands: [...claim.operands, ...claim.divisors].flatMap((id) => {
      const place = places.get(id);
      return place ? [{ id, printed: place.printed, line: place.line }] : [];
    }),
    computed: computed && decimalString(computed),
    interval: {
      computed: intervalJson(verdict.computedInterval),
      printed: intervalJson(verdict.printedInterval),
    },
    verdict: verdict.kind,
    how: verdict.how,
    limit: limitOf(verdict)?.en ?? null,
    difference: difference && decimalString(difference),
    slack: slack && decimalString(slack),
    rounding: verdict.roundingModes,
    missing: claim.missing.map(({ label }) => label.en),
    power: { tried: sum("tried"), caught: sum("caught") },
    line: claim.line ?? places.get(claim.result ?? "")?.line ?? verdict.lines[0] ?? null,
    lines: verdict.lines,
    topic: claim.topic,
  };
}
