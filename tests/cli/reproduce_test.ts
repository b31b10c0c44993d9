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
  await using project = await scratchProject({});
  const { code, stderr } = await project.reproduce("02_network", "02_netwrok", "x/04_table");
  assertEquals(code, 1);
  assertMatch(
    stderr,
    /^Cannot find notebooks: 2 problems\n02_netwrok: .*did you mean "02_network"/,
  );
  assertMatch(stderr, /^x\/04_table: .*did you mean "04_table_1"/m);
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
    const process = project.start();
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
  const process = project.start("02_network");
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
