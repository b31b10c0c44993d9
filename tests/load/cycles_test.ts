import { assertEquals } from "@std/assert";
import { findCycles, type Link } from "../../lib/load/check_rows.ts";
import { nextLine, problemsOf, withLine } from "./changed_edition.ts";

function link(id: string, ...others: string[]): Link {
  return { id, others };
}

Deno.test("a total that is a part of itself over other totals is a cycle, named where it closes", () => {
  const relations = [
    link("a", "b", "x"),
    link("b", "c", "y"),
    link("c", "a"),
  ];
  assertEquals(findCycles(relations), [{ index: 2, path: ["c", "a", "b", "c"] }]);
});

Deno.test("each circle is named, also where two share a total", () => {
  const relations = [
    link("a", "b", "c"),
    link("b", "a"),
    link("c", "a"),
  ];
  assertEquals(findCycles(relations).map(({ index }) => index), [1, 2]);
});

Deno.test("rows and columns that meet in one total are no cycle", () => {
  assertEquals(
    findCycles([
      link("all", "row-1", "row-2"),
      link("all", "column-1", "column-2"),
      link("row-1", "x", "y"),
      link("column-1", "x", "z"),
    ]),
    [],
  );
});

Deno.test("a chain of a hundred thousand totals is no cycle, nor is its length a difficulty", () => {
  const chain = (length: number) =>
    Array.from(
      { length },
      (_, index) => link(`stock-${index + 1}`, `stock-${index}`),
    );
  assertEquals(findCycles(chain(100_000)), []);
  assertEquals(findCycles([...chain(500), link("stock-0", "stock-500")]).length, 1);
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
    }:25: operands: "users.all" is a part of itself: users.all, population.all, users.all`,
  ]);
});
