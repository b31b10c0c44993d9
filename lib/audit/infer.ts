import { type Candidate, type Claim, type Definition, termsOfClaim } from "../model/claim.ts";
import type { Interval } from "../model/interval.ts";
import type { Label } from "../model/label.ts";
import { parseRelation, type Relation } from "../model/relation.ts";
import type { Report } from "../model/report.ts";
import type { Verdict } from "../model/verdict.ts";
import { wholeNumbersIn } from "../numbers/interval.ts";
import { isBase } from "../numbers/unit_scale.ts";
import { judge, namesIn } from "./judge.ts";
import { intervalOf, inUnit, makeFixedQuantity, quantities, type Quantity } from "./quantity.ts";
import { isUnprintedCount, nearestWhole, siblingsOf, solve } from "./solve.ts";

/** A quantity that the report does not print, with what its numbers leave for it. */
export interface Inferred {
  /** Code of the quantity. */
  readonly id: string;
  /** Every number that it may be, in its unit; from the least to the greatest whole number where it counts things. */
  readonly interval: Interval;
  /** Its unit; empty where the relation does not tell it. */
  readonly unit: string;
  /** The relation that bounds it. */
  readonly relation: Relation;
  /** Lines of the source that the bounds rest on, ascending. */
  readonly lines: readonly number[];
  /** What of the report it speaks of. */
  readonly topic: string;
  /** What the quantity is. */
  readonly statement: Label;
  /** The claim that needs it, or `null` for a row of `inferences.csv`. */
  readonly claim: Claim | null;
}

/**
 * Bounds what the report does not print but implies, with the rounding of its numbers.
 *
 * These are the rows of `inferences.csv`, and whatever is the one thing missing in a claim whose other values are printed,
 * unless it counts things and no whole number fits: then the claim contradicts the print.
 *
 * @param report The report.
 * @returns The rows of `inferences.csv`, then what claims imply, each in order.
 *
 * @example
 * ```ts
 * import { decimalString, infer, loadReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const inferred = infer(await loadReport("kuzbass-2016"));
 * const { low, high } = inferred.find(({ id }) => id === "children.urban-share")!.interval;
 * assertEquals([decimalString(low!, 1), decimalString(high!, 1)], ["70.8", "75.8"]);
 * const before = inferred.find(({ id }) => id === "network.children-libraries.2015")!;
 * assertEquals(before.interval.low?.valueOf(), 80);
 * ```
 */
export function infer(report: Report): Inferred[] {
  const known = quantities(report), countUnits = unitsOfCounts(report);
  const words = new Map(report.trendWords.map((word) => [word.id, word]));
  const linesOf = new Map<string, readonly number[]>();
  const find = (id: string) => known.get(id) as Quantity;
  const values = (id: string) => intervalOf(find(id), "half-up");
  const inferOne = (id: string, relation: Relation, line: number | null, unit = "") => {
    const lines = namesIn(relation).flatMap((name) =>
      (name === id ? line : linesOf.get(name) ?? find(name).line) ?? []
    );
    const solved = solve(relation, id, { values, words });
    const isCount = countUnits.has(unit) || isUnprintedCount(relation, id, find);
    return {
      id,
      unit,
      relation,
      lines: [...new Set(lines)].toSorted((a, b) => a - b),
      interval: inUnit(isCount ? wholeNumbersIn(solved) ?? solved : solved, unit),
    };
  };
  const listed = report.inferences.map((row): Inferred => {
    const { id, unit, topic, statement } = row;
    const found = inferOne(id, parseRelation(row).relation, null, unit);
    linesOf.set(id, found.lines);
    known.set(id, toQuantity(found));
    return { ...found, topic, statement, claim: null };
  });
  const implied = report.claims.flatMap((claim): Inferred[] => {
    const { missing, relation, line, topic, statement } = claim;
    if (missing.length !== 1 || claim.result === null) return [];
    if (nearestWhole(claim, find, words) !== undefined) return [];
    const [{ id }] = missing, [sibling] = siblingsOf(relation, id);
    const found = inferOne(id, relation, line, sibling && find(sibling).unit);
    return [{ ...found, topic, statement, claim }];
  });
  return [...listed, ...implied];
}

/** What is inferred as a quantity, for relations that compute with it. */
function toQuantity(
  { id, unit, lines, interval }: Pick<Inferred, "id" | "unit" | "lines" | "interval">,
): Quantity {
  return makeFixedQuantity({ id, unit, printed: "", line: lines[0] ?? 0 }, interval);
}

/** The units in which all that is measured is counted, so that no value is but a whole number. */
function unitsOfCounts({ indicators }: Report): Set<string> {
  const measured = indicators.filter(({ precision }) => precision !== "count");
  const other = new Set(measured.map(({ unit }) => unit));
  const units = indicators.map(({ unit }) => unit);
  return new Set(units.filter((unit) => !other.has(unit) && isBase(unit)));
}

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
  const candidatesOf = Map.groupBy(report.candidates, ({ definition }) => definition);
  return report.definitions.map((definition) => {
    const { result, unit, line, topic } = definition;
    const judged = candidatesOf.get(definition.id)?.map((candidate): CandidateVerdict => {
      const { id, label: statement } = candidate;
      const { relation, missing } = parseRelation({ ...candidate, result });
      const isTested = missing.every((id) => id === relation.result);
      const verdict = judge(
        {
          ...termsOfClaim(relation, missing),
          id,
          basis: "implied",
          line,
          topic,
          statement,
          missing: missing.map((id) => ({ id, label: statement })),
        },
        known,
        words,
      );
      return {
        candidate,
        relation,
        verdict,
        value: isTested ? inUnit(solve(relation, relation.result, { values, words }), unit) : null,
        survives: isTested ? verdict.kind !== "contradicts" : null,
      };
    });
    return { definition, kind: kindOf(judged ?? []), candidates: judged ?? [] };
  });
}

function kindOf(candidates: readonly CandidateVerdict[]): DefinitionVerdict["kind"] {
  const left = candidates.filter(({ survives }) => survives);
  if (candidates.some(({ survives }) => survives === null)) return "ambiguous";
  if (left.length === 0) return "none";
  const isPrinted = left.some(({ verdict }) => verdict.kind !== "base-missing");
  const answers = new Set(
    left.map(({ candidate: { id }, value }) =>
      isPrinted ? id : [value?.low, value?.high].map((end) => end?.toFraction()).join(" ")
    ),
  );
  return answers.size === 1 ? "determined" : "ambiguous";
}
