import { assertEquals } from "@std/assert";
import { findCycles } from "../../lib/load/check_cycles.ts";
import type { Relation } from "../../lib/model/relation.ts";
import type { RelationKind } from "../../lib/model/relation_shapes.ts";
import { nextLine, problemsOf, withLine } from "./changed_edition.ts";

function relation(kind: RelationKind, result: string, ...operands: string[]): Relation {
  return { kind, result, operands, divisors: [], rule: "" };
}

Deno.test("a total that is a part of itself over other totals is a cycle, named where it closes", () => {
  const relations = [
    relation("sum", "a", "b", "x"),
    relation("sum", "b", "c", "y"),
    relation("same", "c", "a"),
  ];
  assertEquals(findCycles(relations), [{ index: 2, path: ["c", "a", "b", "c"] }]);
});

Deno.test("each circle is named, also where two share a total", () => {
  const relations = [
    relation("sum", "a", "b", "c"),
    relation("same", "b", "a"),
    relation("roll-forward", "c", "a"),
  ];
  assertEquals(findCycles(relations).map(({ index }) => index), [1, 2]);
});

Deno.test("one constraint stated in two directions is no cycle", () => {
  assertEquals(
    findCycles([
      relation("sum", "a", "b", "c"),
      relation("difference", "b", "a", "c"),
      relation("bound", "c", "a"),
      relation("share", "s", "b", "a"),
    ]),
    [],
  );
});

Deno.test("rows and columns that meet in one total are no cycle", () => {
  assertEquals(
    findCycles([
      relation("sum", "all", "row-1", "row-2"),
      relation("sum", "all", "column-1", "column-2"),
      relation("sum", "row-1", "x", "y"),
      relation("sum", "column-1", "x", "z"),
    ]),
    [],
  );
});

Deno.test("a chain of a hundred thousand totals is no cycle, nor is its length a difficulty", () => {
  const chain = (length: number) =>
    Array.from(
      { length },
      (_, index) => relation("roll-forward", `stock-${index + 1}`, `stock-${index}`),
    );
  assertEquals(findCycles(chain(100_000)), []);
  assertEquals(findCycles([...chain(500), relation("same", "stock-0", "stock-500")]).length, 1);
});

Deno.test("a cycle in claims.csv is refused with its place and its way round", async () => {
  const claims = [
    "x,sum,implied,population.all,users.all users.youth,,,table-1,а,a",
    "y,sum,implied,users.all,users.children population.all,,,table-1,а,a",
  ];
  const line = nextLine("claims.csv");
  assertEquals(await problemsOf({ "claims.csv": withLine(claims.join("\n")) }), [
    `claims.csv:${
      line + 1
    }:25: operands: "users.all" is made of itself: users.all, population.all, users.all`,
  ]);
});
