import { type Candidate, type Claim, type Definition, termsOfClaim } from "../model/claim.ts";
import type { Interval } from "../model/interval.ts";
import { parseRelation, type Relation } from "../model/relation.ts";
import type { Report } from "../model/report.ts";
import type { Verdict } from "../model/verdict.ts";
import { infer, toQuantity } from "./infer.ts";
import { judge } from "./judge.ts";
import { intervalOf, inUnit, quantities, type Quantity } from "./quantity.ts";
import { type Knowns, solve } from "./solve.ts";

/** What the print leaves of the candidates for a definition: one, several, or none. */
export const definitionVerdictKinds = ["determined", "ambiguous", "none"] as const;

/** What was found of one candidate. */
export interface CandidateVerdict {
  /** The definition that was tried. */
  readonly candidate: Candidate;
  /** The relation by which it would give the result. */
  readonly relation: Relation;
  /** What it gives for the result; `null` if it needs what is not printed. */
  readonly value: Interval | null;
  /** The candidate judged as a claim; `base-missing` where the result or an operand is not printed. */
  readonly verdict: Verdict;
  /**
   * Whether it can be what the report means: it agrees with the printed result or, where none is printed, can be computed;
   * `null` if it needs what is not printed.
   */
  readonly survives: boolean | null;
}

/** What was found of a question of definition. */
export interface DefinitionVerdict {
  /** The question. */
  readonly definition: Definition;
  /**
   * `determined` if one candidate is left and all could be tested (or all give one value), `none` if every one was tested
   * and none is left, else `ambiguous`.
   */
  readonly kind: typeof definitionVerdictKinds[number];
  /** What each of its candidates gives. */
  readonly candidates: readonly CandidateVerdict[];
}

/**
 * Finds which definitions could have given what the report prints.
 *
 * @param report The report, with its questions of definition and their candidates.
 * @returns A verdict for each question, in the order of `definitions.csv`.
 *
 * @example
 * ```ts
 * import { loadReport, resolveDefinitions } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const verdicts = resolveDefinitions(await loadReport("kuzbass-2016"));
 * const { kind, candidates } = verdicts.find(({ definition }) => definition.id === "optimum-loans")!;
 * assertEquals(kind, "determined");
 * assertEquals(candidates.find(({ survives }) => survives)?.candidate.operands.split(" ")[1], "table1.loans.2016");
 * ```
 */
export function resolveDefinitions(report: Report): DefinitionVerdict[] {
  const known = quantities(report);
  for (const inferred of infer(report)) {
    if (inferred.claim === null) known.set(inferred.id, toQuantity(inferred));
  }
  const words = new Map(report.trendWords.map((word) => [word.id, word]));
  const values = (id: string) => intervalOf(known.get(id) as Quantity, "half-up");
  return report.definitions.map((definition) => {
    const judged = report.candidates
      .filter((candidate) => candidate.definition === definition.id)
      .map((candidate): CandidateVerdict => {
        const claim = claimOf(candidate, definition);
        const { relation, missing } = claim;
        const verdict = judge(claim, known, words);
        const isTested = missing.every(({ id }) => id === relation.result);
        return {
          candidate,
          relation,
          verdict,
          value: isTested ? solveIn(definition.unit, relation, { values, words }) : null,
          survives: isTested ? verdict.kind !== "contradicts" : null,
        };
      });
    return { definition, kind: kindOf(judged), candidates: judged };
  });
}

function solveIn(unit: string, relation: Relation, knowns: Knowns): Interval {
  return inUnit(solve(relation, relation.result, knowns), unit);
}

function claimOf(candidate: Candidate, { result, line, topic }: Definition): Claim {
  const { relation, missing } = parseRelation({ ...candidate, result });
  const { id, label: statement } = candidate;
  return {
    ...termsOfClaim(relation, missing),
    ...{ id, basis: "implied", line, topic, statement },
    missing: missing.map((id) => ({ id, label: statement })),
  };
}

function kindOf(candidates: readonly CandidateVerdict[]): DefinitionVerdict["kind"] {
  const left = candidates.filter(({ survives }) => survives);
  if (candidates.some(({ survives }) => survives === null)) return "ambiguous";
  if (left.length === 0) return "none";
  const isPrinted = left.some(({ verdict }) => verdict.kind !== "base-missing");
  const ends = (value: Interval | null) =>
    [value?.low, value?.high].map((end) => end?.toFraction()).join(" ");
  const answers = new Set(
    left.map(({ candidate, value }) => isPrinted ? candidate.id : ends(value)),
  );
  return answers.size === 1 ? "determined" : "ambiguous";
}
