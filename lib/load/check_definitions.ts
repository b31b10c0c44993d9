import type { Candidate } from "../model/candidate.ts";
import type { Definition } from "../model/definition.ts";
import { parseRelation } from "../model/relation.ts";
import { checkRelation } from "./check_relation.ts";
import type { ClaimContext } from "./claim_context.ts";
import type { LoadedTable } from "./read_table.ts";

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
  context: ClaimContext,
): void {
  const asked = new Map(definitions.rows.map((row) => [row.id, row]));
  const answered = new Set(candidates.rows.map(({ definition }) => definition));
  for (const [index, { id, result, unit }] of definitions.rows.entries()) {
    const complain = (column: string, message: string) =>
      definitions.report(index, column, `${column}: ${message}`);
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
  for (const [index, candidate] of candidates.rows.entries()) {
    const definition = asked.get(candidate.definition);
    if (definition === undefined) continue;
    const { result, unit } = definition;
    const stated = parseRelation({ ...candidate, result });
    if (!stated.missing.includes(stated.relation.result) && !context.units.has(result)) continue;
    const units = new Map(context.units).set(stated.relation.result, unit);
    for (const { column, message } of checkRelation(stated, { ...context, units })) {
      const cell = column === "result" ? "definition" : column;
      candidates.report(index, cell, message.replace(/^result:/, "definition:"));
    }
  }
}
