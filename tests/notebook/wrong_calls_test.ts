import { assertEquals } from "@std/assert";
import { runNotebook } from "../../lib/notebook/run_notebook.ts";
import { notebookOf } from "./notebook_of.ts";

const open = 'import { openReport } from "report";\nconst report = await openReport();\n';

Deno.test("a wrong call in a cell is told in one sentence by the kernel itself, in its line", async () => {
  const calls = [
    [
      'import { Plot,\n  openReprt } from "report";',
      1,
      'found "openReprt"; did you mean "openReport"',
    ],
    [`${open}report.verdict()`, 3, 'found "verdict"; did you mean "verdicts"'],
    [
      `${open}report.table("tabel1")`,
      3,
      'expected a printed table, found "tabel1"; did you mean "table1"',
    ],
  ] as const;
  for (const [source, line, message] of calls) {
    const { failure } = await runNotebook(notebookOf({ source }), { folder: Deno.cwd() });
    assertEquals([failure?.name, failure?.line], ["RangeError", line], source);
    assertEquals(failure?.message.includes(message), true, failure?.message);
  }
});
