import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { mendNotebook } from "../../lib/notebook/mend_notebook.ts";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { folderInProject } from "../notebook/check_notebook.ts";
import { notebookOf } from "../notebook/notebook_of.ts";
import { runTask } from "./run_task.ts";

const run = (...args: readonly string[]) => runTask(["check", ...args]);

async function check(cells: Readonly<Record<string, string>>, ...options: readonly string[]) {
  await using folder = await folderInProject();
  const path = `${folder.path}/01_a.ipynb`;
  await Deno.writeTextFile(path, serializeNotebook(notebookOf(cells)));
  return { ...await run(...options, path), path };
}

const open = `import { loadReport } from "report";\nconst report = await loadReport();`;

Deno.test("check ends well on sound cells, and tells matters of style", async () => {
  const { code, stdout, stderr } = await check({
    open,
    "3f2a91bc": `const a = report.edition.period;`,
    b: `const a = 2;\na`,
  });
  assertEquals([code, stdout], [0, "1 notebook checked: 0 errors, 3 matters of style\n"], stderr);
  assertMatch(stderr, /an id that nobody chose.*\(style: unnamed-cell\)/);
});

Deno.test("check --json prints the problems and nothing else, with cell, line and column, and fails", async () => {
  const { code, stdout, stderr, path } = await check(
    { open, load: `\nloadReport();`, period: `report.edition.periods` },
    "--json",
  );
  assertEquals([code, stderr], [1, ""]);
  const { notebooks, mended, problems } = JSON.parse(stdout);
  assertEquals([notebooks, mended, problems.length], [[path], [], 2]);
  assertEquals(problems[0], {
    path,
    cell: "load",
    cellNumber: 2,
    line: 2,
    column: 1,
    severity: "error",
    message: "a promise that nobody awaits: write await before it, or void if that is meant",
    code: "floating-promise",
    source: "loadReport();",
  });
  const { cell, line, column, message } = problems[1];
  assertEquals([cell, line, column], ["period", 1, 16]);
  assertStringIncludes(message, "Property 'periods' does not exist");
});

Deno.test("a path that the task may not read is named, without a stack", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const { code, stderr } = await run(folder);
    assertEquals(code, 1);
    assertMatch(stderr, /^Cannot read "[^\n]*": this task works within the project only\n$/);
  } finally {
    await Deno.remove(folder);
  }
});

Deno.test("check --help tells what it takes, another option is refused", async () => {
  const help = await run("--help");
  assertEquals([help.code, help.stderr], [0, ""]);
  assertMatch(help.stdout, /^Usage: deno task check \[options\] \[notebooks\.\.\.\]\n[^]*--json/);
  assertEquals((await run("--jsn")).code, 1);
});

/** As VS Code, Colab or an older Jupyter saves one: no ids, or those of a machine, and what a client keeps for itself. */
const foreign = {
  nbformat: 4,
  nbformat_minor: 2,
  metadata: {
    kernelspec: { name: "deno", display_name: "Deno" },
    vscode: { interpreter: { hash: "b1677b" } },
    papermill: { input_path: ["", "home", "somebody", "a.ipynb"].join("/") },
  },
  cells: [
    { cell_type: "markdown", metadata: {}, source: ["# Is it so?\n", "By how much."] },
    {
      cell_type: "code",
      metadata: { id: "aB3dE5fG7hIj", scrolled: true, vscode: { languageId: "typescript" } },
      source: ["const usersNow = 1;\n", "const unused = 2;\n", "usersNow + 1"],
    },
    {
      cell_type: "code",
      id: "3f2a91bc",
      metadata: { editable: true, slideshow: { slide_type: "" }, tags: ["kept"] },
      source: "const usersNow = 3;\nusersNow",
      outputs: [{ output_type: "execute_result", data: { "text/plain": ["3"] } }],
      execution_count: 1,
    },
  ],
};

Deno.test("check --fix upgrades what another client saved; what is left is style, and does not fail", async () => {
  await using folder = await folderInProject();
  const path = `${folder.path}/own.ipynb`;
  await Deno.writeTextFile(path, JSON.stringify(foreign));
  const before = await run(path);
  assertEquals(before.code, 1);
  assertMatch(
    before.stderr,
    /own\.ipynb:1:\d+: nbformat_minor: expected nbformat 4\.5, found 4\.2: .* --fix/,
  );
  const { code, stdout, stderr } = await run("--fix", path);
  assertEquals(stdout, `Mended ${path}\n1 notebook checked: 1 error, 2 matters of style\n`);
  assertMatch(
    stderr,
    /\[cell "users-now"\] 2:7: `unused` is never used \(style: no-unused-vars\)/,
  );
  assertEquals(code, 1, "a cell that has not run, though others have, is an error");
  const { nbformat_minor, metadata, cells } = JSON.parse(await Deno.readTextFile(path));
  assertEquals([nbformat_minor, Object.keys(metadata)], [5, ["kernelspec", "language_info"]]);
  assertEquals(
    cells.map(({ id, metadata }: { id: string; metadata: unknown }) => [id, metadata]),
    [["is-it-so", {}], ["users-now", {}], ["users-now-2", { tags: ["kept"] }]],
  );
  assertEquals(cells[2].outputs[0].data["text/plain"], ["3"]);
  const text = await Deno.readTextFile(path);
  assertEquals(mendNotebook(text, path), text);
});
