import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../lib/errors/problem.ts";
import type { NotebookDocument } from "../../lib/notebook/notebook_document.ts";
import { parametersOf, withParameters } from "../../lib/notebook/parameters.ts";
import { notebookOf } from "./notebook_of.ts";

/** A notebook whose first cell is tagged. */
function tagged(source: string): NotebookDocument {
  const { cells, ...notebook } = notebookOf({ parameters: source, rest: "edition;" });
  const [first, ...others] = cells;
  return { ...notebook, cells: [{ ...first, metadata: { tags: ["parameters"] } }, ...others] };
}

const source = `// Which edition is read.
const edition: string = "kuzbass-2016", rows = 5;
const isWhole = false; // all of it
const least = -1.5;`;

function set(given: Record<string, string>, notebook = tagged(source)): string {
  return withParameters(notebook, given, "x.ipynb").cells[0].source;
}

Deno.test("values take the place of those that the cell declares, each of its type, and the rest stays", () => {
  const { parameters, problems } = parametersOf(tagged(source));
  assertEquals(problems, []);
  assertEquals(parameters.map(({ name, value }) => [name, value]), [
    ["edition", "kuzbass-2016"],
    ["rows", 5],
    ["isWhole", false],
    ["least", -1.5],
  ]);
  assertEquals(
    set({ least: "-3", edition: 'a "b"\n', isWhole: "true", rows: "1e3" }),
    source.replace('"kuzbass-2016"', '"a \\"b\\"\\n"').replace("5;", "1000;")
      .replace("false", "true").replace("-1.5", "-3"),
  );
  assertEquals(set({}, notebookOf({ one: "1" })), "1");
});

Deno.test("a parameter that is not there, or of another type, is told with what there is, all at once", () => {
  const { message } = assertThrows(
    () => set({ editon: "x", rows: "many", isWhole: "yes", least: "" }),
    InputError,
  );
  assertEquals(message.split("\n"), [
    "Cannot set parameters: 4 problems",
    'x.ipynb: expected a parameter "editon", found edition, rows, isWhole, least; did you mean "edition", "least", "rows"?',
    'x.ipynb: expected for "rows" a number, found "many"',
    'x.ipynb: expected for "isWhole" true or false, found "yes"',
    'x.ipynb: expected for "least" a number, found ""',
  ]);
  assertThrows(
    () => set({ edition: "x" }, notebookOf({ one: "1" })),
    InputError,
    'expected a parameter "edition", found no code cell that is tagged "parameters"',
  );
});

Deno.test("what is no parameter in the cell of parameters has its place", () => {
  const { problems } = parametersOf(tagged("let rows = 5;\nconst a = 1,\n  b = 1 + 1;\nf();"));
  assertEquals(
    problems.map((
      { cell, line, column, message },
    ) => [cell, line, column, message.split("found ")[1]]),
    [
      ["parameters", 1, 1, "let rows = 5;"],
      ["parameters", 3, 3, "b = 1 + 1"],
      ["parameters", 4, 1, "f();"],
    ],
  );
});
