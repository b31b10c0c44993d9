import type { Candidate, Definition, Inference } from "../model/inference.ts";
import { parseRelation } from "../model/relation.ts";
import { checkRelation, type RelationContext } from "./check_relation.ts";
import type { LoadedTable } from "./loaded_table.ts";

/**
 * Reports every inference that cannot be computed.
 *
 * A row may compute with what a row above it infers; since none looks below, no two rest on each other.
 *
 * @param table The rows as read.
 * @param context What the edition holds.
 * @returns The context with what is inferred, for relations that may compute with it.
 */
export function checkInferences(
  table: LoadedTable<Inference>,
  context: RelationContext,
): RelationContext {
  const printed = new Set(context.observations), units = new Map(context.units);
  const known = { ...context, observations: printed, units };
  const below = new Set(table.rows.map(({ id }) => id).filter((id) => !printed.has(id)));
  for (const [index, row] of table.rows.entries()) {
    const { id, unit } = row;
    if (printed.has(id) || context.norms.has(id)) {
      table.report(index, "id", `"${id}" is printed: it stands in another table too`);
      continue;
    }
    units.set(id, unit);
    const stated = parseRelation(row);
    const { result, operands, divisors } = stated.relation;
    const early = [result, ...operands, ...divisors].filter((other) =>
      other !== id && below.has(other)
    );
    for (const other of early) {
      const column = other === result ? "result" : "operands";
      const message = "is inferred below; put it above, and let no two rest on each other";
      table.report(index, column, `"${other}" ${message}`);
    }
    for (const { column, message } of early.length === 0 ? checkRelation(stated, known) : []) {
      table.report(index, column, message);
    }
    below.delete(id);
    printed.add(id);
  }
  return known;
}

/** Questions of definition with their candidates. */
export interface DefinitionTables {
  readonly definitions: LoadedTable<Definition>;
  readonly candidates: LoadedTable<Candidate>;
}

/**
 * Reports every question whose result is unknown or of another unit, every one without candidates, and every candidate
 * that cannot be computed.
 *
 * @param tables The rows as read.
 * @param context What the edition holds, with what is inferred.
 */
export function checkDefinitions(
  { definitions, candidates }: DefinitionTables,
  context: RelationContext,
): void {
  const asked = new Map(definitions.rows.map((row) => [row.id, row]));
  const answered = new Set(candidates.rows.map(({ definition }) => definition));
  for (const [index, { id, result, unit }] of definitions.rows.entries()) {
    const complain = (column: string, message: string) =>
      definitions.report(index, column, message);
    const isPrinted = !result.startsWith("?");
    const found = context.units.get(result.replace("?", ""));
    if (isPrinted && found === undefined) complain("result", `unknown observation "${result}"`);
    if (!isPrinted && found !== undefined) {
      complain("result", `expected no ? before "${result.slice(1)}", which is printed or inferred`);
    }
    if (isPrinted && found !== undefined && found !== unit) {
      complain("unit", `expected "${found}" as of "${result}", found "${unit}"`);
    }
    if (candidates.complete && !answered.has(id)) complain("id", `"${id}" has no candidates`);
  }
  const units = new Map(context.units);
  for (const [index, candidate] of candidates.rows.entries()) {
    const definition = asked.get(candidate.definition);
    if (definition === undefined) continue;
    const { result, unit } = definition;
    const stated = parseRelation({ ...candidate, result });
    if (!stated.missing.includes(stated.relation.result) && !context.units.has(result)) continue;
    const id = stated.relation.result, known = units.get(id);
    units.set(id, unit);
    for (const { column, message } of checkRelation(stated, { ...context, units })) {
      candidates.report(index, column === "result" ? "definition" : column, message);
    }
    if (known === undefined) units.delete(id);
    else units.set(id, known);
  }
}
