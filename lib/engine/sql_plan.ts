import { type GridColumn, type GridTable, TableGrid } from "../preflight/table.ts";
import { columnsOf, type TableRelation } from "../preflight/table_relation.ts";
import type { CellsOptions } from "./cells_sql.ts";
import type { SqlInstance } from "./sql_terms.ts";

/** What the statements about a table need to know. */
export interface SqlPlan {
  /** What each relation is about: once, or once for each period. One between rows is about nothing here. */
  readonly instances: readonly (readonly SqlInstance[])[];
  /** The columns that relations name, from 1, each once. */
  readonly columns: readonly number[];
  /** How the cells of these columns are read. */
  readonly cells: Pick<CellsOptions, "format" | "names">;
}

/**
 * What the statements about a table need to know.
 *
 * @param table The table, or its first rows.
 * @param relations Its relations.
 */
export function sqlPlan(table: GridTable, relations: readonly TableRelation[]): SqlPlan {
  const grid = new TableGrid(table);
  const instances = relations.map((family) => instancesOf(family, grid));
  const named = instances.flat().flatMap(({ result, operands, divisors }) =>
    [result, ...operands, ...divisors].map(({ column }) => column)
  );
  const hasExceptions = relations.some(({ except }) => except.length > 0);
  return {
    instances,
    columns: [...new Set(named)],
    cells: { format: table.format, names: hasExceptions ? table.label : undefined },
  };
}

function instancesOf(family: TableRelation, grid: TableGrid): SqlInstance[] {
  if (family.each === "column") return [];
  const names = [family.result, ...family.operands, ...family.divisors];
  const sql = (one: GridColumn) => ({ column: one.index + 1, unit: one.header.unit });
  return columnsOf(names, grid).map(({ columns: [result, ...others] }) => ({
    family,
    result: sql(result),
    operands: others.slice(0, family.operands.length).map(sql),
    divisors: others.slice(family.operands.length).map(sql),
  }));
}
