import { assertEquals, assertThrows } from "@std/assert";
import { UsageError } from "../../lib/errors/usage_error.ts";
import { cohensKappa, isTold } from "../../lib/rows/coding.ts";
import { filterRows } from "../../lib/rows/aggregate.ts";
import type { Initiative } from "../../lib/model/initiative.ts";

const initiatives = [
  { id: "a", kind: "blog", themes: ["reading", "library"], inferred: ["kind", "themes"] },
  { id: "b", kind: "blog", themes: ["reading"], inferred: [] },
  { id: "c", kind: "quest", themes: ["leisure"], inferred: ["kind"] },
] as unknown as Initiative[];

const ids = (found: readonly Initiative[]) => found.map(({ id }) => id);

Deno.test("a filter keeps what meets every condition, by one of the values", () => {
  assertEquals(ids(filterRows(initiatives, {})), ["a", "b", "c"]);
  assertEquals(ids(filterRows(initiatives, { kind: "blog" })), ["a", "b"]);
  assertEquals(ids(filterRows(initiatives, { themes: ["library", "leisure"] })), ["a", "c"]);
  assertEquals(ids(filterRows(initiatives, { kind: "blog", themes: "library" })), ["a"]);
});

Deno.test("a column that no row has is refused by a filter, with what was probably meant", () => {
  assertThrows(
    () => filterRows(initiatives, { kinds: "blog" } as never),
    UsageError,
    'Cannot filter rows: expected one of the columns id, kind, themes, inferred, found "kinds"; ' +
      'did you mean "kind", ',
  );
  assertEquals(filterRows([], { kind: "blog" } as never), []);
});

Deno.test("what is selected keeps the fields that the rows have", () => {
  const labelled = initiatives.map((row) => ({ ...row, kindLabel: row.kind.toUpperCase() }));
  assertEquals(filterRows(labelled, { kindLabel: "BLOG" })[0].kindLabel, "BLOG");
});

Deno.test("isTold parts what the text states from what was inferred, by code and by label", () => {
  assertEquals(initiatives.map((row) => isTold(row, "kind")), [false, true, false]);
  assertEquals(initiatives.map((row) => isTold(row, "themes")), [false, true, true]);
  assertEquals(initiatives.every((row) => isTold(row, "name")), true);
  const labelled = initiatives.map((row) => ({ ...row, kindLabel: "", themeLabels: [] }));
  for (const row of labelled) {
    assertEquals(isTold(row, "kindLabel"), isTold(row, "kind"));
    assertEquals(isTold(row, "themeLabels"), isTold(row, "themes"));
  }
});

Deno.test("kappa is 1 for full agreement, 0 for chance, and unknown where one code is used", () => {
  assertEquals(cohensKappa([["a", "a"], ["b", "b"]]).kappa, 1);
  assertEquals(cohensKappa([["a", "a"], ["a", "b"], ["b", "a"], ["b", "b"]]).kappa, 0);
  assertEquals(cohensKappa([["a", "a"]]).kappa, null);
  assertThrows(() => cohensKappa([]), RangeError, "expected pairs, found none");
});
