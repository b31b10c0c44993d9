import { assert, assertEquals } from "@std/assert";
import { derivedTables } from "../../lib/load/derived_tables.ts";
import { tables } from "../../lib/model/report.ts";
import type { TableSchema } from "../../lib/model/table_schema.ts";

Deno.test("every key and reference of a table is one of its columns, and refers to a table with ids", () => {
  const all: TableSchema[] = [...tables, ...derivedTables.map(({ schema }) => schema)];
  const named = new Map(all.map((table) => [table.name, table]));
  assertEquals(named.size, all.length);
  for (const { name, row, primaryKey, foreignKeys } of all) {
    const columns = Object.keys(row.shape);
    for (const field of primaryKey) assert(columns.includes(field), `${name}.${field}`);
    for (const { field, table } of foreignKeys) {
      assert(columns.includes(field), `${name}.${field}`);
      assert("id" in (named.get(table)?.row.shape ?? {}), `${name}.${field} refers to ${table}`);
    }
  }
});

Deno.test("every column of every table is described", () => {
  for (const { name, row } of [...tables, ...derivedTables.map(({ schema }) => schema)]) {
    for (const [column, schema] of Object.entries(row.shape)) {
      assert(schema.description, `${name}.${column}`);
    }
  }
});

Deno.test("every table refuses a column that it does not know", () => {
  for (const { name, row } of tables) {
    const result = row.safeParse({ surplus: "x" });
    const codes = result.error?.issues.map(({ code }) => code as string);
    assert(codes?.includes("unrecognized_keys"), name);
  }
});
