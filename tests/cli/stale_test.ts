import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { type ScratchProject, scratchProject } from "./scratch_project.ts";

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>`;
const notebooks = {
  "02_network": {
    figure: `await Deno.jupyter.broadcast("display_data", {
      data: { "image/svg+xml": \`${svg}\` },
      metadata: {} })`,
  },
  "03_who_is_served": { growth: `import { growth } from "report"; typeof growth` },
};

/** The reasons by notebook, of those that are stale. */
async function reasonsIn(project: ScratchProject): Promise<Record<string, string[]>> {
  const { stdout } = await project.run("stale", "--json");
  const { notebooks }: { notebooks: { path: string; reasons: string[] }[] } = JSON.parse(stdout);
  const stale = notebooks.filter(({ reasons }) => reasons.length > 0);
  return Object.fromEntries(stale.map(({ path, reasons }) => [path, reasons]));
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await Deno.writeTextFile(path, change(await Deno.readTextFile(path)));
}

Deno.test("stale names each notebook and the input that moved, and reproduce runs only those", async () => {
  await using project = await scratchProject(notebooks);
  const { folder } = project;
  const network = "notebooks/02_network.ipynb";
  const served = "notebooks/03_who_is_served.ipynb";
  const before = await project.run("stale");
  assertEquals(before.code, 1);
  assertStringIncludes(before.stdout, network);
  assertEquals((await reasonsIn(project))[network], ["it keeps no record of a run"]);

  assertEquals((await project.reproduce()).code, 0);
  const fresh = await project.run("stale");
  assertEquals([fresh.code, fresh.stdout], [0, ""], fresh.stderr);

  await edit(`${folder}/lib/indicators/growth.ts`, (text) => `${text}// Moved.\n`);
  assertEquals(await reasonsIn(project), {
    [served]: ["library lib/indicators/growth.ts changed"],
  });
  const explained = await project.run("stale", "--explain");
  assertEquals(explained.stdout, `${served}\n  library lib/indicators/growth.ts changed\n`);
  const { stderr } = await project.reproduce("--stale");
  assertMatch(stderr, /^1 notebook ran, \d+ were not stale; /m);
  assertEquals(await reasonsIn(project), {});

  await edit(`${folder}/${network}`, (text) => text.replace("await Deno", "void 0; await Deno"));
  assertEquals(await reasonsIn(project), { [network]: ['cell "figure" changed'] });
  await project.reproduce("--stale");

  await edit(`${folder}/notebooks/figures/02_network/figure.svg`, (text) => `${text}\n`);
  await Deno.remove(`${folder}/notebooks/figures/02_network/figure.png`);
  assertEquals(await reasonsIn(project), {
    [network]: ["figures/02_network/figure.png is gone", "figures/02_network/figure.svg changed"],
  });
  await project.reproduce("--stale");

  await edit(`${folder}/${served}`, (text) => text.replace("function", "a function"));
  assertEquals(await reasonsIn(project), {
    [served]: ["its outputs are not those of its last run"],
  });
  await edit(`${folder}/${served}`, (text) => text.replace("a function", "function"));
  await edit(`${folder}/${served}`, (text) => JSON.stringify(JSON.parse(text)));
  assertEquals(await reasonsIn(project), {
    [served]: ["another program saved it in its own form"],
  });
  await project.reproduce("--stale");

  await edit(`${folder}/data/kuzbass-2016/edition.json`, (text) => `${text}\n`);
  const moved = await reasonsIn(project);
  assertEquals(moved[network], ["dataset edition.json changed"]);
  assertEquals(Object.keys(moved).length, project.names().length);
  await Deno.remove(`${folder}/.jupyter/runs`, { recursive: true });
  assertEquals((await reasonsIn(project))[network], [
    "the data changed; what of it, only a run on this machine can tell",
  ]);
});

Deno.test("a notebook that is added makes no other stale, and counts by lying there", async () => {
  await using project = await scratchProject(notebooks);
  await project.reproduce();
  const path = "notebooks/15_own.ipynb";
  const { folder } = project;
  await Deno.copyFile(`${folder}/notebooks/02_network.ipynb`, `${folder}/${path}`);
  assertEquals(Object.keys(await reasonsIn(project)), [path]);
  const { code, stderr } = await project.reproduce("--stale");
  assertEquals(code, 0, stderr);
  await Deno.stat(`${folder}/notebooks/figures/15_own/figure.svg`);
  assertEquals(await reasonsIn(project), {});
});

Deno.test("a notebook keeps one fingerprint each of cells, data, library and lock", async () => {
  await using project = await scratchProject(notebooks);
  const { folder } = project;
  await project.reproduce("03_who_is_served");
  const path = `${folder}/notebooks/03_who_is_served.ipynb`;
  const before = await Deno.readTextFile(path);
  const { report } = JSON.parse(before).metadata;
  assertEquals(Object.keys(report), [
    ...["cells", "data", "deno", "files", "language", "library", "lock", "outputs"],
  ]);
  await edit(`${folder}/lib/indicators/growth.ts`, (text) => `${text}// Moved.\n`);
  const { stderr } = await project.reproduce("03_who_is_served");
  assertStringIncludes(stderr, "03_who_is_served.ipynb: the record of its run (library)");
  const after = (await Deno.readTextFile(path)).split("\n");
  assertEquals(before.split("\n").filter((line, at) => line !== after[at]).length, 1);
});
