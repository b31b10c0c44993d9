import { assertEquals } from "@std/assert";
import { documentProblems, machinePaths } from "../../lib/notebook/document_problems.ts";
import {
  type CellOutput,
  type CodeCell,
  type NotebookDocument,
  parseNotebook,
} from "../../lib/notebook/notebook_document.ts";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";

const machineFolder = ["", "home", "somebody"].join("/");

function codeCell(
  id: string,
  { source = "1", count = null, outputs = [] }: {
    readonly source?: string;
    readonly count?: number | null;
    readonly outputs?: CellOutput[];
  } = {},
): CodeCell {
  return { cell_type: "code", id, metadata: {}, source, outputs, execution_count: count };
}

function shown(data: Readonly<Record<string, string>>): CellOutput {
  return { output_type: "display_data", data, metadata: {} };
}

/** The text of the cells as they are: canonical form would number executions anew. */
function textOf(cells: NotebookDocument["cells"]): string {
  const text = serializeNotebook({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
  const counts = cells.flatMap((cell) => cell.cell_type === "code" ? [cell.execution_count] : []);
  return text.replaceAll(/"execution_count": .*,/g, () => `"execution_count": ${counts.shift()},`);
}

function problemsOf(...cells: NotebookDocument["cells"]): string[] {
  return problemsOfText(textOf(cells));
}

function problemsOfText(text: string): string[] {
  return documentProblems(text, parseNotebook(text, "x.ipynb")).map((
    { cell, output, line, column, code, message },
  ) => [cell, output, line, column].map((part) => part ?? "-").join(" ") + ` ${code}: ${message}`);
}

Deno.test("a notebook that ran in order, or never, has no problem", () => {
  const markdown = { cell_type: "markdown" as const, id: "title", metadata: {}, source: "# A" };
  assertEquals(
    problemsOf(
      markdown,
      codeCell("a", { count: 1 }),
      codeCell("empty", { source: " \n" }),
      codeCell("b", { count: 2, outputs: [shown({ "text/plain": "x".repeat(99_000) })] }),
    ),
    [],
  );
  assertEquals(problemsOf(markdown, codeCell("a"), codeCell("b")), []);
});

Deno.test("cells that ran in another order, twice, or not at all are named", () => {
  const again = "run all cells from the top, as deno task reproduce does";
  assertEquals(
    problemsOf(
      codeCell("a", { count: 1 }),
      codeCell("b", { count: 3 }),
      codeCell("c", { count: 2 }),
      codeCell("d"),
      codeCell("e", { count: 3 }),
    ),
    [
      `b - - - execution-order: expected execution 2, found 3: ${again}`,
      `c - - - execution-order: expected execution 4, found 2: ${again}`,
      `d - - - execution-order: has not run, though others have: ${again}`,
    ],
  );
});

Deno.test("errors, outputs of more than 100 KB and paths of a machine that outputs hold are named", () => {
  const error = {
    output_type: "error" as const,
    ename: "TypeError",
    evalue: "no",
    traceback: ["TypeError: no"],
  };
  assertEquals(
    problemsOf(
      codeCell("failed", { count: 1, outputs: [error] }),
      codeCell("large", {
        count: 2,
        outputs: [
          shown({ "text/plain": "12 345" }),
          shown({ "text/plain": "я".repeat(30_000), "text/html": "x".repeat(45_000) }),
        ],
      }),
      codeCell("path", {
        count: 3,
        outputs: [
          { output_type: "stream", name: "stdout", text: `read ${machineFolder}/a.csv\n` },
          shown({ "image/png": `AAAA ${machineFolder}/AA==`, "text/plain": "a" }),
          shown({ "application/json": JSON.stringify({ from: `${machineFolder}/b.csv` }) }),
        ],
      }),
    ),
    [
      "failed 1 - - error-output: an error is left in it: TypeError: no",
      "large 2 - - large-output: 106 KB, more than 100 (text/html 46, text/plain 61): show fewer rows, or less of each",
      `path 1 - - machine-path: a path of one machine: ${machineFolder}/a.csv; name files relative to the project`,
      `path 3 - - machine-path: a path of one machine: ${machineFolder}/b.csv; name files relative to the project`,
    ],
  );
});

Deno.test("paths of a machine in code and in prose are placed", () => {
  const source = `const a = 1;\nread("${machineFolder}/a.csv");`;
  assertEquals(
    problemsOf(
      codeCell("read", { source }),
      { cell_type: "markdown", id: "told", metadata: {}, source: `See ${machineFolder}/b.` },
    ),
    [
      `read - 2 7 machine-path: a path of one machine: ${machineFolder}/a.csv; name files relative to the project`,
      `told - 1 5 machine-path: a path of one machine: ${machineFolder}/b.; name files relative to the project`,
    ],
  );
});

Deno.test("ids that a client made up are named, words are not", () => {
  const made = ["0f3a9c1e", "7d444840-9dc0-11d1-b245-5ffdce74fad2"];
  const chosen = ["growth", "per-user", "c0", "decade", "facade2016-b", "table1"];
  const found = problemsOf(...[...made, ...chosen].map((id) => codeCell(id)));
  assertEquals(
    found,
    made.map((id) =>
      `${id} - - - unnamed-cell: an id that nobody chose: name the cell by what it does, such as "growth"`
    ),
  );
});

Deno.test("the first place that is not in canonical form is shown", () => {
  const canonical = textOf([codeCell("a", { count: 1 })]);
  const lines = canonical.split("\n");
  const at = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
  assertEquals(problemsOfText(canonical.replace('"id": "a"', '"id":  "a"')), [
    `- - ${at('"id"')} 10 not-canonical: not in canonical form: expected ` +
    String.raw`"   \"id\": \"a\",", found "   \"id\":  \"a\","; deno task check --fix writes it so`,
  ]);
  assertEquals(problemsOfText(canonical.slice(0, -1)), [
    `- - ${lines.length} 1 not-canonical: not in canonical form: expected "", found the end of the file; deno task check --fix writes it so`,
  ]);
  const kernel = canonical.replace('"display_name": "Deno"', '"display_name": "Deno 2"');
  assertEquals(problemsOfText(kernel).map((problem) => problem.split(":")[0]), [
    `- - ${at("display_name")} 25 not-canonical`,
  ]);
  assertEquals(problemsOfText(canonical.replaceAll("\n", "\r\n")).length, 1);
});

/** Joined here, so that no file of the project holds such a path. */
const home = ["", "home", "somebody"].join("/"), drive = ["C:", "Users", "somebody"];

Deno.test("paths of one machine are found with their place", () => {
  for (
    const path of [
      `${home}/report/data.csv`,
      `/${["Users", "me", "data.csv"].join("/")}`,
      `/${["tmp", "x"].join("/")}`,
      `/${["var", "folders", "zz", "x"].join("/")}`,
      `file:${"//"}${home}`,
      drive.join("\\"),
      drive.join("\\\\"),
      drive.join("/"),
      ["D:", "", "projects", "x.csv"].join("\\"),
      ["D:", "projects", "x.csv"].join("\\"),
      ["D:", "projects", "x.csv"].join("/"),
    ]
  ) {
    assertEquals(machinePaths(`first\nread("${path}")`), [{ line: 2, column: 7, path }]);
    assertEquals(machinePaths(`    at ${path}`).map(({ path }) => path), [path]);
    assertEquals(machinePaths(`path:${path}`).length, 1);
  }
});

Deno.test("addresses, MIME types, dates, fractions and regular expressions are none", () => {
  for (
    const text of [
      "https://example.org/home/page and http://localhost:8080/tmp/x",
      "image/svg+xml, text/html",
      "1/2, 01/02/2016, 2015/2016, and/or, км/ч",
      '"a\\n/n", "A:\\nB\\nC", "Total:\\n\\t1"',
      "../data/home/x.csv, ./tmp/x, ~/work/x, data/tmp/x",
      `text.replace(${["", "home", "g"].join("/")}, "").match(/(?:tmp)/u)`,
      String.raw`/A:\d+\w/, /A:\d\w/`,
      "scale 1:1/2, ratio A:B, T:/, </home></work>",
      `data:image/png;base64,iVBOR/tmp/x+${["", "home", "yAA=="].join("/")}`,
      ["`${base}", "home", "${page}`"].join("/"),
      `{ a:${["", "tmp", "g"].join("/")}.test(b) }`,
    ]
  ) assertEquals([text, machinePaths(text)], [text, []]);
});
