import { unitOf } from "../preflight/period.ts";
import type { TableColumn } from "../preflight/table.ts";
import { columnsOf, type TableRelation } from "../preflight/table_relation.ts";
import { type TableGrid } from "../preflight/table.ts";
import type { SqlInstance } from "./sql_terms.ts";

/** What a relation is about in SQL: once, or once for each period. */
export function sqlInstances(family: TableRelation, grid: TableGrid): SqlInstance[] {
  const names = [family.result, ...family.operands, ...family.divisors];
  const sql = (one: TableColumn) => ({ column: one.index + 1, unit: unitOf(one.name) });
  return columnsOf(names, grid).map(({ columns: [result, ...others] }) => ({
    family,
    result: sql(result),
    operands: others.slice(0, family.operands.length).map(sql),
    divisors: others.slice(family.operands.length).map(sql),
  }));
}

/** The columns that relations name, each once. */
export function columnsIn(instances: readonly SqlInstance[]): number[] {
  return [
    ...new Set(
      instances.flatMap(({ result, operands, divisors }) =>
        [result, ...operands, ...divisors].map(({ column }) => column)
      ),
    ),
  ];
}
