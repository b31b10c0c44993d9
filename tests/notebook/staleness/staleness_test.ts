import { assertEquals } from "@std/assert";
import {
  findMoves,
  type NotebookInputs,
  recordRun,
  type RunParts,
} from "../../../lib/notebook/staleness/staleness.ts";

const inputs: NotebookInputs = {
  editions: ["data/region-2016"],
  deno: "2.9.6",
  language: "en",
  lock: "a",
  cells: { 'cell "one"': "1", 'cell "two"': "2" },
  data: { "claims.csv": "c" },
  library: { "lib/audit/judge.ts": "j", "lib/numbers/exact.ts": "e" },
};
const files = { "figures/x/one.svg": "s" };
const record = recordRun(inputs, { outputs: "", files });
const known: RunParts = {
  cells: inputs.cells,
  data: inputs.data,
  library: inputs.library,
  files,
};

Deno.test("nothing moved where all is the same, whatever is remembered", () => {
  assertEquals(findMoves({ record, inputs: structuredClone(inputs), files, known }), []);
  assertEquals(findMoves({ record, inputs, files, known: undefined }), []);
});

const cases: [name: string, moved: Partial<NotebookInputs & RunParts>, reasons: string[]][] = [
  ["Deno", { deno: "3.0.0" }, ["Deno was 2.9.6, is 3.0.0"]],
  ["the language", { language: "ru" }, ["language was en, is ru"]],
  ["the lock file", { lock: "b" }, ["deno.lock changed"]],
  ["a cell", { cells: { 'cell "one"': "1", 'cell "two"': "3" } }, ['cell "two" changed']],
  ["cells that came and went", { cells: { 'cell "one"': "1", 'cell "three"': "2" } }, [
    'cell "three" is new',
    'cell "two" is gone',
  ]],
  ["the order of cells", { cells: { 'cell "two"': "2", 'cell "one"': "1" } }, [
    "the order of cells changed",
  ]],
  ["a dataset", { data: { "claims.csv": "d" } }, ["dataset claims.csv changed"]],
  ["a library file", { library: { "lib/audit/judge.ts": "k", "lib/numbers/exact.ts": "e" } }, [
    "library lib/audit/judge.ts changed",
  ]],
  ["a figure", { files: {} }, ["figures/x/one.svg is gone"]],
  ["several", { lock: "b", data: {} }, ["deno.lock changed", "dataset claims.csv is gone"]],
];
for (const [name, moved, reasons] of cases) {
  Deno.test(`${name}: the reason is named`, () => {
    const found = findMoves({
      record,
      inputs: { ...inputs, ...moved },
      files: moved.files ?? files,
      known,
    });
    assertEquals(found, reasons);
  });
}

Deno.test("what moved is told by its kind alone where another run is remembered, or none", () => {
  const moved = { ...inputs, library: {}, data: {} };
  const other: RunParts = { ...known, library: { "lib/a.ts": "another" } };
  assertEquals(findMoves({ record, inputs: moved, files, known: other }), [
    "dataset claims.csv is gone",
    "the library changed; what of it, only a run on this machine can tell",
  ]);
  assertEquals(findMoves({ record, inputs: moved, files, known: undefined }).length, 2);
});
