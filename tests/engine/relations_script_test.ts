import { assertEquals, assertStringIncludes } from "@std/assert";
import { relationsScript } from "../../lib/engine/relations_script.ts";
import { tableOf } from "../preflight/printed_table.ts";
import type { TableRelation } from "../../lib/preflight/table_relation.ts";

const table = tableOf("library,children,adults,all\nNorth,10,20,30\nSouth,1,2,3\nTotal,11,22,33\n");
const plain = {
  divisors: [],
  unit: "",
  computed: "as-printed",
  blank: "not-told",
  except: [],
} as const;
const across: TableRelation = {
  ...{ ...plain, each: "row", kind: "sum" },
  ...{ result: "all", operands: ["children", "adults"] },
};
const down: TableRelation = {
  ...{ ...plain, each: "column", kind: "sum" },
  ...{ result: "Total", operands: ["North", "South"] },
};

Deno.test("a script counts the relations between columns, and names those that it leaves out", () => {
  const script = relationsScript(table, [across, down]);
  assertStringIncludes(script, "SELECT 'all = children + adults' AS relation");
  assertStringIncludes(
    script,
    "-- left out, since it is not between columns: Total = North + South",
  );
  assertEquals(script.match(/^SELECT /gm)?.length, 1);
  assertEquals(script.includes("FROM ()"), false);
});
