import { assert, assertEquals } from "@std/assert";
import { derivedTables } from "../../lib/package/derived_tables.ts";
import { type TableSchema, traitsOf } from "../../lib/model/columns.ts";
import { tables } from "../../lib/model/report.ts";

const all: TableSchema[] = [
  ...Object.values(tables),
  ...derivedTables.map(({ schema }) => schema),
];

Deno.test("every key of a table is one of its columns, and every reference is to a table with ids", () => {
  const named = new Map(all.map((table) => [table.name, table]));
  assertEquals(named.size, all.length);
  for (const { name, row, primaryKey } of all) {
    for (const field of primaryKey) assert(field in row.shape, `${name}.${field}`);
    for (const [field, column] of Object.entries(row.shape)) {
      const { refersTo } = traitsOf(column);
      if (refersTo === undefined) continue;
      assert("id" in (named.get(refersTo)?.row.shape ?? {}), `${name}.${field}: ${refersTo}`);
    }
  }
});

Deno.test("every column of every table is described", () => {
  for (const { name, row } of all) {
    for (const [field, column] of Object.entries(row.shape)) {
      assert(traitsOf(column).description, `${name}.${field}`);
    }
  }
});

Deno.test("every table is named as a report names it, and refuses a field that it does not know", () => {
  for (const [key, { name, row }] of Object.entries(tables)) {
    assertEquals(key, name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase()));
    const { issues = [] } = row.safeParse({ surplus: "x" }).error ?? {};
    assert(issues.some(({ code }) => code === "unrecognized_keys"), name);
  }
});
