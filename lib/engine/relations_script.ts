import { type GridColumn, type GridTable, TableGrid } from "../preflight/table.ts";
import { columnsOf, formatRelation, type TableRelation } from "../preflight/table_relation.ts";
import { type CellsOptions, cellsSql, quoteSql } from "./cells_sql.ts";
import { maskQuery } from "./mask_sql.ts";
import type { SqlInstance } from "./sql_terms.ts";

/** How large a number may be, in units of its last decimal, in a script that does not know the table. */
const largest = 1e12;

/**
 * The relations of a table as a script of plain SQL, for a database where the table lies, such as PostgreSQL.
 *
 * It reads a table or view `printed(n, c1, c2 …)`: the number of the row, and the printed strings of its columns. It gives
 * one line for each relation and way of holding: `mask` has a bit for each way of rounding by which it holds (1 half up, 2
 * half to even, 4 half down, 8 down, 16 up), is 0 where it does not hold, −1 where the row is to be judged exactly, and −2
 * where a number is missing.
 *
 * @param table The table, or its first rows: columns, signs of numbers, how many decimals each has.
 * @param relations Its relations; one between rows is left out, and named.
 */
export function relationsScript(
  table: GridTable,
  relations: readonly TableRelation[],
): string {
  const { instances, columns, cells } = sqlPlan(table, relations);
  const extents = new Map(columns.map((column) => [column, {
    units: largest,
    decimals: Math.max(
      0,
      ...table.rows.map(({ cells }) => {
        const { read } = cells[column - 1];
        return "decimals" in read ? read.decimals : 0;
      }),
    ),
  }]));
  return [
    cellsSql(columns, cells),
    ...instances.map((each, index) => {
      const text = formatRelation(relations[index]);
      if (each.length === 0) return `-- left out, since it is not between columns: ${text}`;
      const queries = each.map((instance) => maskQuery(instance, extents)).join("\nUNION ALL\n");
      return `SELECT ${quoteSql(text)} AS relation, mask, count(*) AS times\n` +
        `FROM (${queries}) AS judged GROUP BY mask ORDER BY mask;`;
    }),
  ].join("\n\n") + "\n";
}

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
