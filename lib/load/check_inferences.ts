import { parseRelation } from "../model/relation.ts";
import { type RelationContext, relationProblems } from "./check_relation.ts";
import type { LoadedTables } from "./loaded_table.ts";

/**
 * Reports every inference that cannot be computed.
 *
 * A row may compute with what a row above it infers; since none looks below, no two rest on each other.
 *
 * @param tables The tables as read.
 * @param context What the edition holds.
 * @returns The context with what is inferred, for relations that may compute with it.
 */
export function checkInferences(
  { inferences }: LoadedTables,
  context: RelationContext,
): RelationContext {
  const units = new Map<string, string>(), above = new Set<string>();
  const isPrinted = context.isObservation;
  const known: RelationContext = {
    ...context,
    isObservation: (id) => isPrinted(id) || above.has(id),
    unitOf: (id) => units.get(id) ?? context.unitOf(id),
  };
  const below = new Set(inferences.rows.map(({ id }) => id).filter((id) => !isPrinted(id)));
  inferences.check((row, complain) => {
    const { id, unit } = row;
    if (known.isObservation(id) || context.isNorm(id)) {
      return complain("id", `"${id}" is printed: it stands in another table too`);
    }
    units.set(id, unit);
    const stated = parseRelation(row);
    const { result, operands, divisors } = stated.relation;
    const early = [result, ...operands, ...divisors].filter((other) =>
      other !== id && below.has(other)
    );
    for (const other of early) {
      const message = "is inferred below; put it above, and let no two rest on each other";
      complain(other === result ? "result" : "operands", `"${other}" ${message}`);
    }
    for (const [cell, message] of early.length > 0 ? [] : relationProblems(stated, known)) {
      complain(cell, message);
    }
    below.delete(id);
    above.add(id);
  });
  return known;
}

/**
 * Reports every question whose result is unknown or of another unit, every one without candidates, and every candidate
 * that cannot be computed.
 *
 * @param tables The rows as read.
 * @param context What the edition holds, with what is inferred.
 */
export function checkDefinitions(
  { definitions, candidates }: LoadedTables,
  context: RelationContext,
): void {
  const answered = new Set(candidates.rows.map(({ definition }) => definition));
  definitions.check(({ id, result, unit }, complain) => {
    const isPrinted = !result.startsWith("?");
    const found = context.unitOf(result.replace("?", ""));
    if (isPrinted && found === undefined) complain("result", `unknown observation "${result}"`);
    if (!isPrinted && found !== undefined) {
      complain("result", `expected no ? before "${result.slice(1)}", which is printed or inferred`);
    }
    if (isPrinted && found !== undefined && found !== unit) {
      complain("unit", `expected "${found}" as of "${result}", found "${unit}"`);
    }
    if (candidates.complete && !answered.has(id)) complain("id", `"${id}" has no candidates`);
  });
  candidates.check((candidate, complain) => {
    const definition = definitions.row(candidate.definition);
    if (definition === undefined) return;
    const { result, unit } = definition;
    const stated = parseRelation({ ...candidate, result }), asked = stated.relation.result;
    if (!stated.missing.includes(asked) && context.unitOf(result) === undefined) return;
    const unitOf = (id: string) => id === asked ? unit : context.unitOf(id);
    for (const [cell, message] of relationProblems(stated, { ...context, unitOf })) {
      complain(cell === "result" ? "definition" : cell, message);
    }
  });
}
