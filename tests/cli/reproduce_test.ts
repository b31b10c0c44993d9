import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { isRunning, kernelsOf } from "../notebook/processes.ts";
import { type ScratchProject, scratchProject } from "./scratch_project.ts";

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">` +
  `<rect width="20" height="10" fill="teal"/></svg>`;

const exporting = {
  figure: `await Deno.jupyter.broadcast("display_data", {
    data: { "image/svg+xml": \`${svg}\` },
    metadata: {} })`,
  table: `await Deno.jupyter.broadcast("display_data", {
    data: { "text/csv": "mode,users\\nremote,1" },
    metadata: {} })`,
  rows: `[{ looked: "at" }]`,
  language: `Deno.env.get("REPORT_LANGUAGE")`,
};

Deno.test("reproduce writes notebooks, figures and tables; a second run changes nothing, and --check names what one would", async () => {
  await using project = await scratchProject({ "02_network": exporting });
  const { folder } = project;
  await Deno.mkdir(`${folder}/notebooks/figures/02_network`, { recursive: true });
  await Deno.writeTextFile(`${folder}/notebooks/figures/02_network/stale.svg`, "<svg/>");
  await Deno.mkdir(`${folder}/notebooks/tables/00_former`, { recursive: true });
  await Deno.writeTextFile(`${folder}/notebooks/tables/00_former/stray.csv`, "a");
  const first = await project.reproduce();
  assertEquals(first.code, 0, first.stderr);
  assertStringIncludes(first.stdout, "within rounding");
  assertMatch(
    first.stderr,
    /^\d+ notebooks ran; 0 figures and 0 tables are as they were; \d+ notebooks, 2 figures, 2 tables changed\n$/m,
  );
  const files = await project.files();
  assertEquals(files["figures/02_network/figure.svg"], `${svg}\n`);
  assertEquals(files["tables/02_network/table.csv"], "mode,users\nremote,1\n");
  assert(Number(files["figures/02_network/figure.png"]) > 50);
  assertEquals(files["figures/02_network/stale.svg"], undefined);
  assertEquals(files["tables/00_former/stray.csv"], undefined);
  assertStringIncludes(String(files["02_network.ipynb"]), `"\\"en\\""`);

  const same = /^\d+ notebooks ran; 1 figure and 1 table are as they were\n$/m;
  assertMatch((await project.reproduce()).stderr, same);
  assertEquals(await project.files(), files);
  const stale = await project.reproduce("--stale");
  assertMatch(stale.stderr, /^none of \d+ notebooks is stale: /);

  const notebook = `${folder}/notebooks/02_network.ipynb`, readme = `${folder}/README.md`;
  const edit = async (path: string, from: string, to: string) =>
    await Deno.writeTextFile(path, (await Deno.readTextFile(path)).replace(from, to));
  await edit(notebook, `"\\"en\\""`, `"\\"of long ago\\""`);
  await edit(`${folder}/notebooks/tables/02_network/table.csv`, "remote,1", "remote,2");
  await edit(readme, "| Finding |", "| F |");
  const before = await project.files();
  const { code, stderr } = await project.reproduce("--check");
  assertEquals(code, 1);
  assertMatch(
    stderr,
    /notebooks\/02_network\.ipynb \[cell "language"\]: line \d+: ".*of long ago/,
  );
  assertStringIncludes(
    stderr,
    `notebooks/tables/02_network/table.csv:2: "remote,2" → "remote,1"`,
  );
  assertStringIncludes(stderr, "README.md: its generated tables");
  assertStringIncludes(stderr, "; 1 notebook, 1 table would change\n");
  assertEquals(await project.files(), before);
  assertStringIncludes(await Deno.readTextFile(readme), "| F |");
  assertEquals((await project.reproduce()).code, 0);
  assertStringIncludes(await Deno.readTextFile(readme), "| Finding |");
  assertEquals(await project.files(), files);
});

const shown = {
  last: `import { table } from "report";
table([{ share: 37.65 }], { name: "t", title: "T", source: "S", language: "ru" })`,
  several: `import { show } from "report";
await show([{ a: 1 }]);
await show([{ b: 2 }]);`,
  looked: `[{ c: 3 }]`,
};

const worker =
  `try { Deno.writeTextFileSync("worker.txt", ""); postMessage("done"); } catch ({ name }) { postMessage(name); }`;
const attempts: Record<string, string> = {
  read: `Deno.readTextFileSync("../deno.json")`,
  net: `await Deno.connect({ port: 9 })`,
  write: `Deno.writeTextFileSync("cell.txt", "")`,
  run: `new Deno.Command("touch", { args: ["run.txt"] }).outputSync()`,
  import: `await import("https://localhost:9/code.ts")`,
  sys: `Deno.hostname()`,
  ffi: `Deno.dlopen("libc.so.6", {})`,
  fs: `(await import("node:fs")).writeFileSync("fs.txt", "")`,
  child: `(await import("node:child_process")).execSync("touch child.txt")`,
  again:
    `if ((await Deno.permissions.request({ name: "write" })).state === "granted") throw new Error()`,
};
const rights = Object.fromEntries(
  Object.entries(attempts).map(([id, code]) => [
    id,
    `try { ${code}; console.log("done"); } catch ({ name }) { console.log(name); }`,
  ]),
);

const begins = { mark: `Deno.writeTextFileSync("../begun", "")` };

/** One project for all runs of notebooks that are named, and that leave it as it was. */
let project: ScratchProject;
Deno.test.beforeAll(async () => {
  project = await scratchProject({
    "02_network": exporting,
    "03_shown": shown,
    "04_loops": { ...exporting, ...begins, loop: `while (true) {}` },
    "05_waits": { ...begins, wait: `await new Promise(() => {})` },
    "06_rights": {
      ...rights,
      worker:
        `const url = "data:text/javascript," + encodeURIComponent(${JSON.stringify(worker)});\n` +
        `const worker = new Worker(url, { type: "module" });\n` +
        `console.log(await new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data); worker.onerror = (event) => { event.preventDefault(); resolve(event.message); }; }));\nworker.terminate();`,
    },
  });
});
Deno.test.afterAll(async () => await project[Symbol.asyncDispose]());

Deno.test("reproduce --csv excel writes copies of the tables, which count for nothing else", async () => {
  const args = ["03_shown", "--language", "ru", "--out", "shown"];
  const ran = await project.reproduce(...args, "--csv", "excel");
  assertEquals(ran.code, 0, ran.stderr);
  assertMatch(ran.stderr, /; изменилось: 1 тетрадь, 3 таблицы\n$/);
  const folder = `${project.folder}/shown/tables/03_shown`;
  const copy = await Deno.readTextFile(`${folder}/last.excel.csv`);
  assertEquals(copy, "\ufeffshare\r\n37,65\r\n");
  assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name).toSorted(), [
    "last.csv",
    "last.excel.csv",
    "several-1.csv",
    "several-1.excel.csv",
    "several-2.csv",
    "several-2.excel.csv",
  ]);
  const check = await project.reproduce(...args, "--check");
  assertEquals(check.code, 0, check.stderr);
  assertMatch(check.stderr, /^Выполнено тетрадей: 1; без изменений: 0 графиков, 3 таблицы\n$/m);
  assertEquals((await project.reproduce("--csv", "calc")).code, 1);
});

Deno.test("reproduce gives another language only a folder of its own, and writes over what is no notebook there", async () => {
  const before = await project.files(), out = `${project.folder}/out`;
  const refused = await project.reproduce("02_network", "--language", "ru");
  assertEquals(refused.code, 1);
  assertStringIncludes(refused.stderr, "--out out");
  await Deno.mkdir(out);
  await Deno.writeTextFile(`${out}/02_network.ipynb`, "{");
  const { code, stderr } = await project.reproduce(
    ...["--language", "ru", "--out", "out", "02_network"],
  );
  assertEquals(code, 0, stderr);
  assertEquals(await project.files(), before);
  assertStringIncludes(await Deno.readTextFile(`${out}/02_network.ipynb`), `"\\"ru\\""`);
  await Deno.stat(`${out}/tables/02_network/table.csv`);
});

Deno.test("cells read and nothing else, workers and node's modules too, unless a right is given", async () => {
  const before = await project.files();
  const said = async (...args: string[]) => {
    const { code, stderr } = await project.reproduce("06_rights", "--out", "out", ...args);
    assertEquals(code, 0, stderr);
    const { cells } = JSON.parse(
      await Deno.readTextFile(`${project.folder}/out/06_rights.ipynb`),
    );
    return Object.fromEntries(
      cells.map((
        { id, outputs }: { id: string; outputs: { text: string[] }[] },
      ) => [id, outputs.flatMap(({ text }) => text).join("").trim()]),
    );
  };
  const alone = await said();
  assertEquals([alone.read, alone.again], ["done", "done"]);
  for (const id of ["net", "write", "run", "sys", "ffi", "fs"]) {
    assertEquals(alone[id], "NotCapable", id);
  }
  for (const id of ["import", "child", "worker"]) assert(alone[id] !== "done", id);
  assertEquals(await project.files(), before);
  const writing = await said("--allow-write");
  assertEquals([writing.write, writing.fs, writing.run], ["done", "done", "NotCapable"]);
  assertEquals((await said("--allow-all")).sys, "done");
});

/** Waits until a cell says that it began, and forgets that. */
async function begun(): Promise<void> {
  const mark = `${project.folder}/begun`;
  while (!await Deno.stat(mark).catch(() => undefined)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await Deno.remove(mark);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.test(`reproduce leaves everything as it was after ${signal}`, async () => {
    const before = await project.files();
    const process = project.start("04_loops", "--allow-write");
    const output = process.output();
    await begun();
    const kernels = await kernelsOf(process.pid);
    assert(kernels.length > 0);
    process.kill(signal);
    const { code, stderr } = await output;
    assertEquals(code, 130);
    assertStringIncludes(new TextDecoder().decode(stderr), "Interrupted; every file is as it was.");
    assertEquals(await project.files(), before);
    assertEquals([...Deno.readDirSync(`${project.folder}/temporary`)], []);
    for (const kernel of kernels) assertEquals(await isRunning(kernel), false);
  });
}

Deno.test("no kernel outlives a runner that is killed", async () => {
  const before = await project.files();
  const process = project.start("05_waits", "--allow-write");
  const output = process.output();
  await begun();
  const kernels = await kernelsOf(process.pid);
  assertEquals(kernels.length, 1);
  process.kill("SIGKILL");
  await output;
  while (await isRunning(kernels[0])) await new Promise((resolve) => setTimeout(resolve, 50));
  assertEquals(await project.files(), before);
});

/** One run in which notebooks fail in every way, each alone. */
let failing: Awaited<ReturnType<typeof runFailing>>;
Deno.test.beforeAll(async () => void (failing = await runFailing()));

async function runFailing() {
  await using project = await scratchProject({
    "02_network": { ...exporting, growth: `const a = 1;\n\nnull.x` },
    "03_who_is_served": { two: `const = 1` },
    "05_in_the_way": exporting,
    "06_youth": exporting,
    "07_removed": { remove: `Deno.removeSync("07_removed.ipynb")` },
    "08_saved": { save: `Deno.writeTextFileSync("08_saved.ipynb", "mine")` },
    "09_writes": {
      raw: `Deno.stdout.writeSync(new TextEncoder().encode("raw\\n"));`,
      child:
        `await new Deno.Command("sh", { args: ["-c", "echo child; echo wrong >&2"], stdout: "inherit", stderr: "inherit" }).spawn().status;`,
    },
    "10_tests": {
      holds: `Deno.test("holds", () => {});`,
      fails:
        `Deno.test("adds up", async (t) => {\n  await t.step("a step", () => { throw new RangeError("not 100"); });\n});`,
    },
  });
  const folder = `${project.folder}/notebooks`;
  await Deno.writeFile(`${folder}/04_no_utf8.ipynb`, Uint8Array.of(0x7b, 0x7d, 0xff));
  await Deno.mkdir(`${folder}/figures/05_in_the_way/figure.svg`, { recursive: true });
  const before = await project.files();
  const rights = ["--allow-write", "--allow-run"];
  const { code, stdout, stderr } = await project.reproduce("--json", "--jobs", "1", ...rights);
  return { code, stdout, stderr, before, after: await project.files() };
}

Deno.test("reproduce lists every failure, leaves those notebooks, and writes the others", () => {
  const { code, stdout, stderr, before, after } = failing;
  assertEquals(code, 1);
  assertStringIncludes(stderr, `notebooks/02_network.ipynb [cell "growth"] line 3: TypeError: `);
  assertStringIncludes(
    stderr,
    `notebooks/03_who_is_served.ipynb [cell "two"] line 1: SyntaxError: `,
  );
  assertMatch(stderr, /04_no_utf8\.ipynb:1:3: not UTF-8; save the file as UTF-8/);
  assertMatch(
    stderr,
    /05_in_the_way\.ipynb: ExportError: expected files to write to, found folders/,
  );
  assertMatch(stderr, /07_removed\.ipynb: NotebookReplaced: somebody removed or saved it/);
  assertMatch(stderr, /08_saved\.ipynb: NotebookReplaced: somebody removed or saved it/);
  assert(!/^ {4}at /m.test(stderr), stderr);
  for (const name of ["02_network", "03_who_is_served", "04_no_utf8", "05_in_the_way"]) {
    assertEquals(after[`${name}.ipynb`], before[`${name}.ipynb`]);
  }
  assertEquals(after["07_removed.ipynb"], undefined);
  assertEquals(after["08_saved.ipynb"], "mine");
  assertEquals(after["figures/02_network/figure.svg"], undefined);
  assertEquals(after["figures/06_youth/figure.svg"], `${svg}\n`);
  assert(after["01_overview.ipynb"] !== before["01_overview.ipynb"]);
  const { notebooks, edition, claims } = JSON.parse(stdout);
  assertEquals(edition, "kuzbass-2016");
  assert(claims.length > 0);
  assertEquals(
    notebooks.map(({ failure }: { failure: { kind: string } | null }) => failure?.kind ?? null),
    [null, "error", "syntax", "malformed", "error", null, "replaced", "replaced", null, "error"],
  );
});

Deno.test("reproduce tells what cells and their programs write to the process, and fails with a test", () => {
  const { stderr } = failing;
  assertStringIncludes(stderr, "09_writes.ipynb wrote to its kernel's process:\n");
  for (const line of ["raw", "child", "wrong"]) assertStringIncludes(stderr, `  ${line}\n`);
  assertMatch(stderr, /10_tests\.ipynb \[cell "fails"\] line 2: RangeError: not 100/);
  assertMatch(stderr, /FAILED \| 0 passed \| 1 failed/);
});

Deno.test("reproduce tells before the run what would keep it from writing, and what is not there", async () => {
  await using project = await scratchProject({ "04_table_1": begins });
  const refused = async (args: readonly string[], told: RegExp) => {
    const { code, stderr } = await project.reproduce(...args);
    assertEquals(code, 1);
    assertMatch(stderr, told);
    assert(!/^\s+at /m.test(stderr), stderr);
  };
  await refused(
    ["01_overview", "01_overveiw", "x/04_table"],
    /^Cannot find notebooks: 2 problems\n01_overveiw: .*did you mean "01_overview".*\nx\/04_table: .*did you mean "04_table_1"/,
  );
  const write = "--allow-write", readme = `${project.folder}/README.md`;
  await refused([write, "--out", "deno.json"], /^deno.json: expected a folder, found a file/m);
  await refused(
    [write, "--out", "deno.json/below"],
    /^deno.json\/below: expected a folder, found a file/m,
  );
  await refused([write, "--out", "../elsewhere"], /^..\/elsewhere: the task may write below/m);
  await refused([write, "--out", ""], /^--out: expected a folder, found ""/m);
  const text = await Deno.readTextFile(readme);
  await Deno.writeTextFile(readme, "# No marks");
  await refused([write], /^README.md: .*marks/m);
  await Deno.remove(readme);
  await refused([write], /README.md: no such file/);
  await Deno.writeTextFile(readme, text);
  await Deno.remove(`${project.folder}/temporary`);
  const noFolder = /^Cannot make a temporary folder: .*; let TMPDIR name a folder/m;
  await refused([write, "01_overview"], noFolder);
  await Deno.mkdir(`${project.folder}/temporary`);
  const far = await project.reproduce("01_overview", "--deadline", "1e9", "--out", "out");
  assertEquals(far.code, 0, far.stderr);
  await Deno.remove(`${project.folder}/data`, { recursive: true });
  for (const command of ["validate", "verify", "stale", "reproduce"]) {
    const { code, stderr } = await project.run(command);
    assertEquals(code, 1);
    assertMatch(
      stderr,
      /^Cannot read edition "kuzbass-2016": 1 problem\n.*expected a folder of an edition, found none/,
    );
    assert(!/^\s+at /m.test(stderr), stderr);
  }
  assertEquals(await Deno.stat(`${project.folder}/begun`).catch(() => "never"), "never");
});
