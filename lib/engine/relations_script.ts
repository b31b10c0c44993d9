import { isAdditive } from "../audit/quantity.ts";
import { unitScale } from "../numbers/unit_scale.ts";
import { type GridTable, TableGrid } from "../preflight/table.ts";
import {
  columnsOf,
  formatRelation,
  namesOf,
  type TableRelation,
} from "../preflight/table_relation.ts";
import { cellsSql, quoteSql } from "./cells_sql.ts";
import { type Extent, maskQuery, type SqlInstance } from "./mask_sql.ts";

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
  const { instancesOf, columns, cells } = sqlPlan(table, relations);
  const grid = new TableGrid(table);
  const extentOf = (column: number) => ({
    units: largest,
    decimals: Math.max(0, grid.decimals.get(table.columns[column - 1]) ?? 0),
  });
  return [
    cellsSql(columns, cells),
    ...instancesOf(extentOf).map((each, index) => {
      const text = formatRelation(relations[index]);
      if (each.length === 0) return `-- left out, since it is not between columns: ${text}`;
      const queries = each.map(maskQuery).join("\nUNION ALL\n");
      return `SELECT ${quoteSql(text)} AS relation, mask, count(*) AS times\n` +
        `FROM (${queries}) AS judged GROUP BY mask ORDER BY mask;`;
    }),
  ].join("\n\n") + "\n";
}

/** What the statements about a table need to know. */
export type SqlPlan = ReturnType<typeof sqlPlan>;

/**
 * What the statements about a table need to know.
 *
 * @param table The table, or its first rows.
 * @param relations Its relations.
 */
export function sqlPlan(table: GridTable, relations: readonly TableRelation[]) {
  const grid = new TableGrid(table);
  const placed = relations.map((family) =>
    (family.each === "column" ? [] : columnsOf(namesOf(family), grid))
      .map(({ columns }) => ({ family, columns }))
  );
  const named = placed.flat().flatMap(({ columns }) => columns.map(({ index }) => index + 1));
  const hasExceptions = relations.some(({ except }) => except.length > 0);
  return {
    /**
     * What each relation is about: once, or once for each period. One between rows is about nothing here.
     *
     * @param extentOf How large the numbers of a column are.
     */
    instancesOf: (extentOf: (column: number) => Extent) =>
      placed.map((each) =>
        each.map(({ family, columns }): SqlInstance => {
          const [result, ...parts] = columns.map(({ index, header: { unit } }, at) => {
            const isScaled = at > 0 && !isAdditive(family.kind);
            const factor = isScaled ? unitScale(unit).scale.valueOf() : 1;
            return { column: index + 1, factor, ...extentOf(index + 1) };
          });
          return {
            family,
            result,
            operands: parts.slice(0, family.operands.length),
            divisors: parts.slice(family.operands.length),
            scale: unitScale(family.unit || columns[0].header.unit).scale.toLowestTerms(),
          };
        })
      ),
    /** The columns that relations name, from 1, each once. */
    columns: [...new Set(named)],
    /** How the cells of these columns are read. */
    cells: { format: table.format, names: hasExceptions ? table.label : undefined },
  };
}
