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
    "1 notebook checked, 0 findings\n",
    "",
  ]);
  const { code, stdout, stderr } = await check({ open, period: `report.edition.periods` });
  assertEquals([code, stdout], [1, "1 notebook checked, 1 finding\n"]);
  assertStringIncludes(
    stderr,
    `01_a.ipynb [cell "period"] 1:16: Property 'periods' does not exist`,
  );
});

Deno.test("check --json prints the findings and nothing else", async () => {
  const { code, stdout, stderr, path } = await check(
    { open: `${open}\nreport.edition`, load: `\nloadReport();` },
    "--json",
  );
  assertEquals([code, stderr], [1, ""]);
  assertEquals(JSON.parse(stdout), {
    notebooks: [path],
    findings: [{
      path,
      cell: "load",
      cellNumber: 2,
      line: 2,
      column: 1,
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
    assertMatch(stderr, /^[^\n]*read access to [^\n]*; this task works within the project only\n$/);
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

Deno.test("the notebooks of the project have no finding", async () => {
  const { code, stdout, stderr } = await run([]);
  assertEquals([code, stderr], [0, ""]);
  assertMatch(stdout, /^\d+ notebooks checked, 0 findings\n$/);
});
