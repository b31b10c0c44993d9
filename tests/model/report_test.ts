import { assert, assertEquals } from "@std/assert";
import { derivedTables } from "../../lib/package/derived_tables.ts";
import type { TableSchema } from "../../lib/model/columns.ts";
import { schemas } from "../../lib/model/edition_tables.ts";

const all: TableSchema[] = [
  ...Object.values(schemas),
  ...derivedTables.map(({ schema }) => schema),
];

Deno.test("every key of a table is one of its columns, and every reference is to a table with ids", () => {
  const named = new Map(all.map((table) => [table.name, table]));
  assertEquals(named.size, all.length);
  for (const { name, columns, primaryKey } of all) {
    for (const field of primaryKey) assert(field in columns, `${name}.${field}`);
    for (const [field, { refersTo }] of Object.entries(columns)) {
      if (refersTo === undefined) continue;
      assert("id" in (named.get(refersTo)?.columns ?? {}), `${name}.${field}: ${refersTo}`);
    }
  }
});

Deno.test("every column of every table is described", () => {
  for (const { name, columns } of all) {
    for (const [field, { description }] of Object.entries(columns)) {
      assert(description, `${name}.${field}`);
    }
  }
});
