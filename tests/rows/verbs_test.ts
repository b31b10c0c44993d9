import { assertEquals, assertThrows } from "@std/assert";
import { cohensKappa } from "../../lib/rows/cohens_kappa.ts";
import { countBy } from "../../lib/rows/count_by.ts";
import { crossTabulate } from "../../lib/rows/cross_tabulate.ts";
import { filterBy } from "../../lib/rows/filter_by.ts";
import { isTold } from "../../lib/rows/is_told.ts";
import { searchText } from "../../lib/rows/search_text.ts";
import type { Initiative } from "../../lib/model/initiative.ts";

const initiatives = [
  {
    id: "a",
    kind: "blog",
    themes: ["reading", "library"],
    part_of: "",
    name: "Берёзка «Чтец»",
    inferred: ["kind", "themes"],
  },
  { id: "b", kind: "blog", themes: ["reading"], part_of: "a", name: "Читай-город" },
  { id: "c", kind: "quest", themes: ["leisure"], part_of: "", name: "Квест", inferred: ["kind"] },
].map((row) => ({
  branch: "",
  printed: "",
  outcome: { ru: "", en: "" },
  description: { ru: "", en: "" },
  inferred: [],
  ...row,
})) as unknown as Initiative[];

const ids = (found: readonly Initiative[]) => found.map(({ id }) => id);

Deno.test("filterBy keeps what meets every condition, by one of the values", () => {
  assertEquals(ids(filterBy(initiatives, {})), ["a", "b", "c"]);
  assertEquals(ids(filterBy(initiatives, { kind: "blog" })), ["a", "b"]);
  assertEquals(ids(filterBy(initiatives, { themes: ["library", "leisure"] })), ["a", "c"]);
  assertEquals(ids(filterBy(initiatives, { kind: "blog", themes: "library" })), ["a"]);
});

Deno.test("countBy counts each value of a list, no empty one, the most frequent first", () => {
  assertEquals(countBy(initiatives, "themes"), [
    { value: "reading", count: 2, inferred: 1 },
    { value: "library", count: 1, inferred: 1 },
    { value: "leisure", count: 1, inferred: 0 },
  ]);
  assertEquals(countBy(initiatives, "part_of"), [{ value: "a", count: 1, inferred: 0 }]);
});

Deno.test("fields of labels count as those of the codes that they name", () => {
  const labelled = initiatives.map((row) => ({
    ...row,
    kindLabel: row.kind.toUpperCase(),
    themeLabels: row.themes.map((theme) => theme.toUpperCase()),
  }));
  for (const [code, label] of [["kind", "kindLabel"], ["themes", "themeLabels"]] as const) {
    assertEquals(
      countBy(labelled, label),
      countBy(labelled, code).map((one) => ({ ...one, value: one.value.toUpperCase() })),
    );
    for (const row of labelled) assertEquals(isTold(row, label), isTold(row, code));
  }
  assertEquals(
    crossTabulate(labelled, { row: "themeLabels", column: "kindLabel" }).map(({ inferred }) =>
      inferred
    ),
    crossTabulate(labelled, { row: "themes", column: "kind" }).map(({ inferred }) => inferred),
  );
});

Deno.test("a field that no initiative has is refused, with what was probably meant", () => {
  const unknown = [
    [() => filterBy(initiatives, { kinds: "blog" } as never), "filter", "kinds"],
    [() => countBy(initiatives, "kinds" as never), "count", "kinds"],
    [() => crossTabulate(initiatives, { row: "kind", column: "kinds" as never }), "count", "kinds"],
  ] as const;
  for (const [ask, action, field] of unknown) {
    assertThrows(
      ask,
      RangeError,
      `Cannot ${action} initiatives: expected a field of the initiatives, found "${field}"; did you mean "kind", `,
    );
  }
  assertEquals(filterBy([], { kind: "blog" }), []);
});

Deno.test("what is selected keeps the fields that the rows have", () => {
  const labelled = initiatives.map((row) => ({ ...row, kindLabel: row.kind.toUpperCase() }));
  const [first] = searchText(filterBy(labelled, { kindLabel: "BLOG" }), "чтец");
  assertEquals(first.kindLabel, "BLOG");
});

Deno.test("isTold parts what the text states from what was inferred, field by field", () => {
  assertEquals(initiatives.map((row) => isTold(row, "kind")), [false, true, false]);
  assertEquals(initiatives.map((row) => isTold(row, "themes")), [false, true, true]);
  assertEquals(initiatives.every((row) => isTold(row, "name")), true);
});

Deno.test("a cell of crossTabulate is inferred where either of its codes is", () => {
  const cells = crossTabulate(initiatives, { row: "kind", column: "themes" });
  assertEquals(cells.filter(({ count }) => count > 0), [
    { row: "blog", column: "reading", count: 2, inferred: 1 },
    { row: "blog", column: "library", count: 1, inferred: 1 },
    { row: "quest", column: "leisure", count: 1, inferred: 1 },
  ]);
});

Deno.test("crossTabulate has a cell for every pair, also where there is none", () => {
  assertEquals(
    crossTabulate(initiatives, { row: "kind", column: "themes" }).map(({ count }) => count),
    [2, 1, 0, 0, 0, 1],
  );
});

Deno.test("searchText passes over letter case, ё and е, quotes and dashes", () => {
  assertEquals(ids(searchText(initiatives, "БЕРЕЗКА чтец")), ["a"]);
  assertEquals(ids(searchText(initiatives, "читай–город")), ["b"]);
  assertEquals(ids(searchText(initiatives, "нет такого")), []);
});

Deno.test("kappa is 1 for full agreement, 0 for chance, and unknown where one code is used", () => {
  assertEquals(cohensKappa([["a", "a"], ["b", "b"]]).kappa, 1);
  assertEquals(cohensKappa([["a", "a"], ["a", "b"], ["b", "a"], ["b", "b"]]).kappa, 0);
  assertEquals(cohensKappa([["a", "a"]]).kappa, null);
  assertThrows(() => cohensKappa([]), RangeError, "expected pairs, found none");
});
