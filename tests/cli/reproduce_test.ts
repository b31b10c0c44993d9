import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { isRunning, kernelsOf } from "../notebook/processes.ts";
import { scratchProject } from "./scratch_project.ts";

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

Deno.test("reproduce writes notebooks, figures and tables, and a second run changes nothing", async () => {
  await using project = await scratchProject({ "02_network": exporting });
  await Deno.mkdir(`${project.folder}/notebooks/figures/02_network`, { recursive: true });
  await Deno.writeTextFile(`${project.folder}/notebooks/figures/02_network/stale.svg`, "<svg/>");
  await Deno.mkdir(`${project.folder}/notebooks/tables/00_former`, { recursive: true });
  await Deno.writeTextFile(`${project.folder}/notebooks/tables/00_former/stray.csv`, "a");
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

  const second = await project.reproduce();
  assertMatch(
    second.stderr,
    /^\d+ notebooks ran; 1 figure and 1 table are as they were\n$/m,
  );
  assertEquals(await project.files(), files);
  const stale = await project.reproduce("--stale");
  assertMatch(stale.stderr, /^none of \d+ notebooks is stale: /);
  const check = await project.reproduce("--check");
  assertEquals(check.code, 0, check.stderr);
});

Deno.test("reproduce --csv excel writes copies of the tables, which count for nothing else", async () => {
  const shown = {
    last: `import { table } from "report";
table([{ share: 37.65 }], { name: "t", title: "T", source: "S", language: "ru" })`,
    several: `import { show } from "report";
await show([{ a: 1 }]);
await show([{ b: 2 }]);`,
    looked: `[{ c: 3 }]`,
  };
  await using project = await scratchProject({ "02_network": shown });
  const args = ["02_network", "--language", "ru", "--out", "out"];
  const ran = await project.reproduce(...args, "--csv", "excel");
  assertEquals(ran.code, 0, ran.stderr);
  assertMatch(ran.stderr, /; изменилось: 1 тетрадь, 3 таблицы\n$/);
  const folder = `${project.folder}/out/tables/02_network`;
  const copy = await Deno.readTextFile(`${folder}/last.excel.csv`);
  assertEquals(copy, "\ufeffshare\r\n37,65\r\n");
  const again = await project.reproduce(...args, "--csv", "excel");
  assertMatch(again.stderr, /^Выполнено тетрадей: 1; без изменений: 0 графиков, 3 таблицы\n$/m);
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
  assertEquals((await project.reproduce("--csv", "calc")).code, 1);
});

Deno.test("reproduce --check names what a re-run would change, and writes nothing", async () => {
  await using project = await scratchProject({ "02_network": exporting });
  const { folder } = project;
  await project.reproduce();
  const notebook = `${folder}/notebooks/02_network.ipynb`;
  const text = await Deno.readTextFile(notebook);
  await Deno.writeTextFile(notebook, text.replace(`"\\"en\\""`, `"\\"of long ago\\""`));
  await Deno.writeTextFile(
    `${folder}/notebooks/tables/02_network/table.csv`,
    "mode,users\nremote,2\n",
  );
  const readme = `${folder}/README.md`;
  await Deno.writeTextFile(
    readme,
    (await Deno.readTextFile(readme)).replace("| Finding |", "| F |"),
  );
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
});

Deno.test("reproduce lists every failure, leaves those notebooks, and writes the others", async () => {
  await using project = await scratchProject({
    "02_network": { ...exporting, growth: `const a = 1;\n\nnull.x` },
    "03_who_is_served": { two: `const = 1` },
  });
  const before = await project.files();
  const { code, stdout, stderr } = await project.reproduce("--json", "--jobs", "1");
  assertEquals(code, 1);
  assertStringIncludes(stderr, `notebooks/02_network.ipynb [cell "growth"] line 3: TypeError: `);
  assertStringIncludes(
    stderr,
    `notebooks/03_who_is_served.ipynb [cell "two"] line 1: SyntaxError: `,
  );
  const after = await project.files();
  assertEquals(after["02_network.ipynb"], before["02_network.ipynb"]);
  assertEquals(after["figures/02_network/figure.svg"], undefined);
  assert(after["01_overview.ipynb"] !== before["01_overview.ipynb"]);
  const { notebooks, edition, claims } = JSON.parse(stdout);
  assertEquals(edition, "kuzbass-2016");
  assert(claims.length > 0);
  assertEquals(
    notebooks.map(({ failure }: { failure: { kind: string } | null }) => failure?.kind ?? null),
    notebooks.map((_: unknown, at: number) => ["error", "syntax"][at - 1] ?? null),
  );
});

Deno.test("reproduce gives another language only a folder of its own", async () => {
  await using project = await scratchProject({ "02_network": exporting });
  const before = await project.files();
  const refused = await project.reproduce("--language", "ru");
  assertEquals(refused.code, 1);
  assertStringIncludes(refused.stderr, "--out out");
  const { code, stderr } = await project.reproduce(
    ...["--language", "ru", "--out", "out", "02_network"],
  );
  assertEquals(code, 0, stderr);
  assertEquals(await project.files(), before);
  const written = await Deno.readTextFile(`${project.folder}/out/02_network.ipynb`);
  assertStringIncludes(written, `"\\"ru\\""`);
  await Deno.stat(`${project.folder}/out/tables/02_network/table.csv`);
});

Deno.test("reproduce suggests what a notebook that is not there may be", async () => {
  await using project = await scratchProject({ "04_table_1": { one: "1" } });
  const { code, stderr } = await project.reproduce("02_network", "02_netwrok", "x/04_table");
  assertEquals(code, 1);
  assertMatch(
    stderr,
    /^Cannot find notebooks: 2 problems\n02_netwrok: .*did you mean "02_network"/,
  );
  assertMatch(stderr, /^x\/04_table: .*did you mean "04_table_1"/m);
});

Deno.test("reproduce fails a notebook that is removed, saved, not UTF-8 or in the way alone, and writes the others", async () => {
  await using project = await scratchProject({
    "02_network": { remove: `Deno.removeSync("02_network.ipynb")` },
    "03_who_is_served": { save: `Deno.writeTextFileSync("03_who_is_served.ipynb", "mine")` },
    "05_collections": exporting,
    "06_youth": exporting,
  });
  const folder = `${project.folder}/notebooks`;
  const bytes = Uint8Array.of(0x7b, 0x7d, 0xff);
  await Deno.writeFile(`${folder}/04_table_1.ipynb`, bytes);
  await Deno.mkdir(`${folder}/figures/05_collections/figure.svg`, { recursive: true });
  const { code, stderr } = await project.reproduce("--allow-write");
  assertEquals(code, 1);
  assertMatch(stderr, /02_network\.ipynb: NotebookReplaced: somebody removed or saved it/);
  assertMatch(stderr, /03_who_is_served\.ipynb: NotebookReplaced: somebody removed or saved it/);
  assertMatch(stderr, /04_table_1\.ipynb:1:3: not UTF-8; save the file as UTF-8/);
  assertMatch(
    stderr,
    /05_collections\.ipynb: ExportError: expected files to write to, found folders/,
  );
  assert(!/^\s+at /m.test(stderr), stderr);
  assertEquals(await Deno.stat(`${folder}/02_network.ipynb`).catch(() => "gone"), "gone");
  assertEquals(await Deno.readTextFile(`${folder}/03_who_is_served.ipynb`), "mine");
  assertEquals(await Deno.readFile(`${folder}/04_table_1.ipynb`), bytes);
  await Deno.stat(`${folder}/figures/06_youth/figure.svg`);
});

Deno.test("reproduce writes over what is no notebook in another folder", async () => {
  await using project = await scratchProject({ "02_network": exporting });
  await Deno.mkdir(`${project.folder}/out`);
  await Deno.writeTextFile(`${project.folder}/out/02_network.ipynb`, "{");
  const { code, stderr } = await project.reproduce("02_network", "--out", "out");
  assertEquals(code, 0, stderr);
  assertStringIncludes(await Deno.readTextFile(`${project.folder}/out/02_network.ipynb`), "cells");
});

Deno.test("reproduce tells before the run what would keep it from writing", async () => {
  await using project = await scratchProject({
    "02_network": { mark: `Deno.writeTextFileSync("../begun", "")` },
  });
  const refusals: [string[], RegExp][] = [
    [["--out", "deno.json"], /^deno.json: expected a folder, found a file/m],
    [["--out", "deno.json/below"], /^deno.json\/below: expected a folder, found a file/m],
    [["--out", "../elsewhere"], /^..\/elsewhere: the task may write below/m],
    [["--out", ""], /^--out: expected a folder, found ""/m],
  ];
  const readme = `${project.folder}/README.md`;
  for (const [args, told] of refusals) {
    const { code, stderr } = await project.reproduce("--allow-write", ...args);
    assertEquals(code, 1);
    assertMatch(stderr, told);
    assert(!/^\s+at /m.test(stderr), stderr);
  }
  await Deno.writeTextFile(readme, "# No marks");
  assertMatch(
    (await project.reproduce("--allow-write")).stderr,
    /^README.md: .*marks/m,
  );
  await Deno.remove(readme);
  assertMatch(
    (await project.reproduce("--allow-write")).stderr,
    /README.md: no such file/,
  );
  assertEquals(await Deno.stat(`${project.folder}/begun`).catch(() => "never"), "never");
});

Deno.test("commands say where there is no data at all", async () => {
  await using project = await scratchProject({});
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
});

Deno.test("reproduce says where no temporary folder can be made, and takes any deadline", async () => {
  await using project = await scratchProject({ "02_network": { one: "1" } });
  await Deno.remove(`${project.folder}/temporary`);
  const { code, stderr } = await project.reproduce();
  assertEquals(code, 1);
  assertMatch(stderr, /^Cannot make a temporary folder: .*; let TMPDIR name a folder/m);
  assert(!/^\s+at /m.test(stderr), stderr);
  await Deno.mkdir(`${project.folder}/temporary`);
  const far = await project.reproduce("02_network", "--deadline", "1e9");
  assertEquals(far.code, 0, far.stderr);
});

Deno.test("reproduce tells what cells and their programs write to the process, and fails with a test", async () => {
  await using project = await scratchProject({
    "02_network": {
      raw: `Deno.stdout.writeSync(new TextEncoder().encode("raw\\n"));`,
      child:
        `await new Deno.Command("sh", { args: ["-c", "echo child; echo amiss >&2"], stdout: "inherit", stderr: "inherit" }).spawn().status;`,
    },
    "03_who_is_served": {
      holds: `Deno.test("holds", () => {});`,
      fails:
        `Deno.test("adds up", async (t) => {\n  await t.step("a step", () => { throw new RangeError("not 100"); });\n});`,
    },
  });
  const { code, stderr } = await project.reproduce("--jobs", "1", "--allow-run");
  assertEquals(code, 1);
  assertStringIncludes(stderr, "02_network.ipynb wrote to its kernel's process:\n");
  for (const line of ["raw", "child", "amiss"]) assertStringIncludes(stderr, `  ${line}\n`);
  assertMatch(stderr, /03_who_is_served\.ipynb \[cell "fails"\] line 2: RangeError: not 100/);
  assertMatch(stderr, /FAILED \| 0 passed \| 1 failed/);
});

Deno.test("cells read and nothing else, workers and node's modules too, unless a right is given", async () => {
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
  const cells = Object.fromEntries(
    Object.entries(attempts).map(([id, code]) => [
      id,
      `try { ${code}; console.log("done"); } catch ({ name }) { console.log(name); }`,
    ]),
  );
  await using project = await scratchProject({
    "02_network": {
      ...cells,
      worker:
        `const url = "data:text/javascript," + encodeURIComponent(${JSON.stringify(worker)});\n` +
        `const worker = new Worker(url, { type: "module" });\n` +
        `console.log(await new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data); worker.onerror = (event) => { event.preventDefault(); resolve(event.message); }; }));\nworker.terminate();`,
    },
  });
  const before = await project.files();
  const said = async (...args: string[]) => {
    const { code, stderr } = await project.reproduce("02_network", "--out", "out", ...args);
    assertEquals(code, 0, stderr);
    const { cells } = JSON.parse(
      await Deno.readTextFile(`${project.folder}/out/02_network.ipynb`),
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

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.test(`reproduce leaves everything as it was after ${signal}`, async () => {
    await using project = await scratchProject({
      "02_network": {
        ...exporting,
        mark: `Deno.writeTextFileSync("../begun", "")`,
        loop: `while (true) {}`,
      },
    });
    const before = await project.files();
    const process = project.start("--allow-write");
    const output = process.output();
    while (!await Deno.stat(`${project.folder}/begun`).catch(() => undefined)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
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
  await using project = await scratchProject({
    "02_network": {
      mark: `Deno.writeTextFileSync("../begun", "")`,
      wait: `await new Promise(() => {})`,
    },
  });
  const before = await project.files();
  const process = project.start("02_network", "--allow-write");
  const output = process.output();
  while (!await Deno.stat(`${project.folder}/begun`).catch(() => undefined)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const kernels = await kernelsOf(process.pid);
  assertEquals(kernels.length, 1);
  process.kill("SIGKILL");
  await output;
  while (await isRunning(kernels[0])) await new Promise((resolve) => setTimeout(resolve, 50));
  assertEquals(await project.files(), before);
});
