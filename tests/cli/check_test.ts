import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "../notebook/notebook_of.ts";

const root = new URL("../../", import.meta.url);

/** Runs `check` with no more permissions than its task has, and those for the folder. */
async function run(args: readonly string[], folder?: string) {
  const paths = ["--allow-read", "--allow-write"].map((name) =>
    `${name}=${[".", folder].filter((part) => part !== undefined).join(",")}`
  );
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-prompt", ...paths, `--allow-run=${Deno.execPath()}`],
      ...["lib/cli/check.ts", ...args],
    ],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

async function check(cells: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/notebooks`);
    const path = `${folder}/notebooks/01_a.ipynb`;
    await Deno.writeTextFile(path, serializeNotebook(notebookOf(cells)));
    return { ...await run([...options, path], folder), path };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const open = `import { loadReport } from "report";\nconst report = await loadReport();`;

Deno.test("check ends well on sound cells, and with 1 on others, naming cell, line and column", async () => {
  const sound = await check({ open, period: `report.edition.period` });
  assertEquals([sound.code, sound.stdout, sound.stderr], [
    0,
    "1 notebook checked: 0 errors, 0 matters of style\n",
    "",
  ]);
  const { code, stdout, stderr } = await check({ open, period: `report.edition.periods` });
  assertEquals([code, stdout], [1, "1 notebook checked: 1 error, 0 matters of style\n"]);
  assertStringIncludes(
    stderr,
    `01_a.ipynb [cell "period"] 1:16: Property 'periods' does not exist`,
  );
});

Deno.test("check --json prints the problems and nothing else", async () => {
  const { code, stdout, stderr, path } = await check(
    { open: `${open}\nreport.edition`, load: `\nloadReport();` },
    "--json",
  );
  assertEquals([code, stderr], [1, ""]);
  assertEquals(JSON.parse(stdout), {
    notebooks: [path],
    mended: [],
    findings: [{
      path,
      cell: "load",
      cellNumber: 2,
      line: 2,
      column: 1,
      severity: "error",
      message: "a promise that nobody awaits: write await before it, or void if that is meant",
      code: "floating-promise",
      source: "loadReport();",
    }],
  });
});

Deno.test("a path that the task may not read is named, without a stack", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const { code, stderr } = await run([folder]);
    assertEquals(code, 1);
    assertMatch(stderr, /^Cannot read "[^\n]*": this task works within the project only\n$/);
  } finally {
    await Deno.remove(folder);
  }
});

Deno.test("check --help tells what it takes, another option is refused", async () => {
  const help = await run(["--help"]);
  assertEquals([help.code, help.stderr], [0, ""]);
  assertMatch(help.stdout, /^Usage: deno task check \[options\] \[notebooks\.\.\.\]\n[^]*--json/);
  assertEquals((await run(["--jsn"])).code, 1);
});

Deno.test("the notebooks of the project have no problem", async () => {
  const { code, stdout, stderr } = await run([]);
  assertEquals([code, stderr], [0, ""]);
  assertMatch(stdout, /^\d+ notebooks checked: 0 errors, 0 matters of style\n$/);
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
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/notebooks`);
    const path = `${folder}/notebooks/own.ipynb`;
    await Deno.writeTextFile(path, JSON.stringify(foreign));
    const before = await run([path], folder);
    assertEquals(before.code, 1);
    assertMatch(before.stderr, /own\.ipynb:1:\d+: expected nbformat 4\.5, found 4\.2: .* --fix/);
    const { code, stdout, stderr } = await run(["--fix", path], folder);
    assertStringIncludes(stdout, `Mended ${path}\n`);
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
    const again = await run(["--fix", path], folder);
    assertEquals(again.stdout.includes("Mended"), false);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("problems of style alone end well", async () => {
  const { code, stdout, stderr } = await check({
    "3f2a91bc": `const a = 1;`,
    b: `const a = 2;\na`,
  });
  assertEquals([code, stdout], [0, "1 notebook checked: 0 errors, 3 matters of style\n"], stderr);
  assertMatch(stderr, /an id that nobody chose.*\(style: unnamed-cell\)/);
});
