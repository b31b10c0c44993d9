import type { Inference } from "../model/inference.ts";
import { parseRelation } from "../model/relation.ts";
import { checkRelation } from "./check_relation.ts";
import type { ClaimContext } from "./claim_context.ts";
import type { LoadedTable } from "./read_table.ts";

/**
 * Reports every inference that cannot be computed.
 *
 * A row may compute with what a row above it infers; since none looks below, no two rest on each other.
 *
 * @param table The rows as read.
 * @param context What the edition holds.
 * @param unitCodes The units of the indicators.
 * @returns The context with what is inferred, for relations that may compute with it.
 */
export function checkInferences(
  table: LoadedTable<Inference>,
  context: ClaimContext,
  unitCodes: ReadonlySet<string>,
): ClaimContext {
  const printed = new Set(context.observations), units = new Map(context.units);
  const below = new Set(table.rows.map(({ id }) => id).filter((id) => !printed.has(id)));
  for (const [index, row] of table.rows.entries()) {
    const { id, unit } = row;
    if (printed.has(id) || context.norms.has(id)) {
      table.report(index, "id", `id: "${id}" is printed: it stands in another table too`);
      continue;
    }
    if (!unitCodes.has(unit)) {
      table.report(index, "unit", `unit: expected a unit of indicators.csv, found "${unit}"`);
    }
    units.set(id, unit);
    const stated = parseRelation(row);
    const { result, operands, divisors } = stated.relation;
    const early = [result, ...operands, ...divisors].filter((other) =>
      other !== id && below.has(other)
    );
    for (const other of early) {
      const message =
        `"${other}" is inferred below; put it above, and let no two rest on each other`;
      const column = other === result ? "result" : "operands";
      table.report(index, column, `${column}: ${message}`);
    }
    if (early.length === 0) {
      const known = { ...context, observations: printed, units };
      for (const { column, message } of checkRelation(stated, known)) {
        table.report(index, column, message);
      }
    }
    below.delete(id);
    printed.add(id);
  }
  return { ...context, observations: printed, units };
}
