import { assertEquals } from "@std/assert";
import type { NotebookInputs, RunRecord } from "../../../lib/notebook/staleness/run_record.ts";
import { movedInputs } from "../../../lib/notebook/staleness/stale_reasons.ts";

const inputs: NotebookInputs = {
  deno: "2.9.6",
  language: "en",
  lock: "a",
  cells: ["one 1", "two 2"],
  data: { "claims.csv": "c" },
  library: { "lib/audit/judge.ts": "j", "lib/numbers/exact.ts": "e" },
};
const record: RunRecord = { inputs, outputs: "", files: {} };

Deno.test("nothing moved where all is the same", () => {
  assertEquals(movedInputs(record, structuredClone(inputs)), []);
});

const cases: [name: string, moved: Partial<NotebookInputs>, reasons: string[]][] = [
  ["Deno", { deno: "3.0.0" }, ["Deno was 2.9.6, is 3.0.0"]],
  ["the language", { language: "ru" }, ["language was en, is ru"]],
  ["the lock file", { lock: "b" }, ["deno.lock changed"]],
  ["a cell", { cells: ["one 1", "two 3"] }, ['cell "two" changed']],
  ["cells that came and went", { cells: ["one 1", "three 2"] }, [
    'cell "three" is new',
    'cell "two" is gone',
  ]],
  ["the order of cells", { cells: ["two 2", "one 1"] }, ["the order of cells changed"]],
  ["a dataset", { data: { "claims.csv": "d" } }, ["dataset claims.csv changed"]],
  ["a library file", { library: { "lib/audit/judge.ts": "k", "lib/numbers/exact.ts": "e" } }, [
    "library lib/audit/judge.ts changed",
  ]],
  ["several", { lock: "b", data: {} }, ["deno.lock changed", "dataset claims.csv is gone"]],
];
for (const [name, moved, reasons] of cases) {
  Deno.test(`${name}: the reason is named`, () => {
    assertEquals(movedInputs(record, { ...inputs, ...moved }), reasons);
  });
}
