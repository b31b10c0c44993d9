import { assert, assertEquals } from "@std/assert";
import { tables } from "../../lib/model/report.ts";

Deno.test("every key and reference of a table is one of its columns, and refers to a table with ids", () => {
  const named = new Map(tables.map((table) => [table.name as string, table]));
  assertEquals(named.size, tables.length);
  for (const { name, row, primaryKey, foreignKeys } of tables) {
    const columns = Object.keys(row.shape);
    for (const field of primaryKey) assert(columns.includes(field), `${name}.${field}`);
    for (const { field, table } of foreignKeys) {
      assert(columns.includes(field), `${name}.${field}`);
      assert("id" in (named.get(table)?.row.shape ?? {}), `${name}.${field} refers to ${table}`);
    }
  }
});

Deno.test("every column of every table is described", () => {
  for (const { name, row } of tables) {
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
