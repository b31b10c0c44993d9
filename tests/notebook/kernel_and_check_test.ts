import { assertEquals } from "@std/assert";
import { runNotebook } from "../../lib/notebook/run_notebook.ts";
import { checkNotebook } from "./check_notebook.ts";
import { notebookOf } from "./notebook_of.ts";

/** Cells that the kernel takes, with their values. */
const taken: Readonly<Record<string, readonly [code: string, shown: string]>> = {
  jsx: [
    `/** @jsx h */\nconst h = (tag: string, props: unknown, ...kids: unknown[]) => ({ tag, props, kids });\nconst app = <div id="a">Jupyter</div>;\napp.tag`,
    `"div"`,
  ],
  object: [`{ a: 1, b: 2 }`, "{ a: 1, b: 2 }"],
  lines: [
    `{\n  // a comment\n  share: 37.7, "with space": [1] }`,
    `{ share: 37.7, "with space": [ 1 ] }`,
  ],
  empty: [`{}`, "{}"],
  block: [`{ const inner = 2; inner }`, "2"],
  round: [`(1 + 2)`, "3"],
  called: [`(function () { return 4; })()`, "4"],
  square: [`[1, 2].map((n) => n * 2)`, "[ 2, 4 ]"],
  spread: [`[..."abc"].length`, "3"],
  template: ["`a${1}`", `"a1"`],
  pattern: [`/a/.test("a")`, "true"],
  generic: [`const same = <T,>(x: T): T => x; same(2)`, "2"],
  unended: [`import { assert } from "@std/assert"\n(assert(true), 1)`, "1"],
  asserted: [`(2 as number)`, "2"],
  satisfied: [`({ a: 1 }) satisfies { a: number }`, "{ a: 1 }"],
  listed: [`enum Color { Red }\nColor.Red`, "0"],
  cast: [`<number>2`, "2"],
  arrow: [`(<T>(x: T) => x)(5)`, "5"],
  awaited: [`await Promise.resolve(3)`, "3"],
  exported: [`export const kept = 1;\nexport { same };\nkept`, "1"],
  accessor: [`class Box { accessor held = 6; }\nnew Box().held`, "6"],
  deferred: [`import defer * as path from "node:path";\npath.sep`, `"/"`],
};

/** Cells that the kernel refuses. */
const refused = {
  both: `<number>2; <a />`,
  pair: `{ a: 1; b: 2 `,
  broken: `const = 1`,
  required: `import path = require("node:path");\npath.sep`,
};

Deno.test("what the kernel takes, check takes", async () => {
  const cells = Object.fromEntries(Object.entries(taken).map(([id, [code]]) => [id, code]));
  const { document, failure } = await runNotebook(notebookOf(cells), { folder: Deno.cwd() });
  assertEquals(failure, undefined);
  const shown = document.cells.map((cell) => {
    const result = cell.cell_type === "code" ? cell.outputs.at(-1) : undefined;
    return [cell.id, result?.output_type === "execute_result" && result.data["text/plain"]];
  });
  assertEquals(shown, Object.entries(taken).map(([id, [, value]]) => [id, value]));
  const { jsx: _, ...others } = cells;
  assertEquals(await checkNotebook(notebookOf(cells), notebookOf(others)), []);
});

for (const [id, code] of Object.entries(refused)) {
  Deno.test(`what the kernel refuses, check refuses: ${id}`, async () => {
    const { failure } = await runNotebook(notebookOf({ [id]: code }), { folder: Deno.cwd() });
    assertEquals(failure?.kind, "syntax");
    assertEquals(
      (await checkNotebook(notebookOf({ [id]: code }))).map(({ code, cell }) => [code, cell]),
      [[
        "syntax",
        id,
      ]],
    );
  });
}
