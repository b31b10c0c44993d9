import type { TableSchema } from "../model/table_schema.ts";
import type { LoadedTable } from "./read_table.ts";

/** A table that was read, with its schema. */
export interface NamedTable {
  readonly schema: TableSchema;
  readonly table: LoadedTable<Record<string, unknown>>;
}

/**
 * Reports every code, also within lists, that refers to no row of the table that it should.
 *
 * An empty code is no reference; nothing is said of a table whose own codes cannot be read.
 *
 * @param tables Every table of the edition.
 */
export function checkReferences(tables: readonly NamedTable[]): void {
  const held = tables.filter(({ schema, table }) => !schema.optional || table.rows.length > 0);
  const ids = new Map(held.map(({ schema, table }) => [schema.name, table.ids]));
  for (const { schema, table } of tables) {
    for (const { field, table: target } of schema.foreignKeys) {
      const known = ids.get(target);
      if (known === undefined) continue;
      for (const [index, row] of table.rows.entries()) {
        for (const code of [row[field]].flat().map(String)) {
          if (code === "" || known.has(code)) continue;
          const message = `unknown code "${code}"; expected an id of ${target}.csv`;
          table.report(index, field, `${field}: ${message}`);
        }
      }
    }
  }
}
