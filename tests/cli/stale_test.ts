import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { type ScratchProject, scratchProject } from "./scratch_project.ts";

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>`;
const notebooks = {
  "02_network": {
    open: `import { openReport } from "report"; typeof await openReport()`,
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
  await using project = await scratchProject({
    ...notebooks,
    "05_collections": notebooks["02_network"],
    "06_youth": { one: "1" },
    "07_what_holds": { one: `"a function"` },
  });
  const { folder } = project;
  const path = (name: string) => `notebooks/${name}.ipynb`;
  const before = await project.run("stale");
  assertEquals(before.code, 1);
  assertStringIncludes(before.stdout, path("02_network"));
  assertEquals((await reasonsIn(project))[path("02_network")], ["it keeps no record of a run"]);

  assertEquals((await project.reproduce()).code, 0);
  const fresh = await project.run("stale");
  assertEquals([fresh.code, fresh.stdout], [0, ""], fresh.stderr);
  const ran = await Deno.readTextFile(`${folder}/${path("03_who_is_served")}`);
  assertEquals(Object.keys(JSON.parse(ran).metadata.report), [
    ...["cells", "data", "deno", "editions", "files", "language", "library", "lock", "outputs"],
  ]);

  await edit(`${folder}/lib/indicators/indicators.ts`, (text) => `${text}// Moved.\n`);
  const served = "library lib/indicators/indicators.ts changed";
  const explained = await project.run("stale", "--explain");
  assertEquals(explained.stdout, `${path("03_who_is_served")}\n  ${served}\n`);

  // One that is added makes no other stale, and counts by lying there.
  await Deno.copyFile(`${folder}/${path("02_network")}`, `${folder}/${path("15_own")}`);
  await edit(
    `${folder}/${path("02_network")}`,
    (text) => text.replace("await Deno", "void 0; await Deno"),
  );
  await edit(`${folder}/notebooks/figures/05_collections/figure.svg`, (text) => `${text}\n`);
  await Deno.remove(`${folder}/notebooks/figures/05_collections/figure.png`);
  await edit(`${folder}/${path("06_youth")}`, (text) => JSON.stringify(JSON.parse(text)));
  await edit(
    `${folder}/${path("07_what_holds")}`,
    (text) => text.replace(/(?<="text\/plain": .*)a function/s, "the function"),
  );
  assertEquals(await reasonsIn(project), {
    [path("02_network")]: ['cell "figure" changed'],
    [path("03_who_is_served")]: [served],
    [path("05_collections")]: [
      "figures/05_collections/figure.png is gone",
      "figures/05_collections/figure.svg changed",
    ],
    [path("06_youth")]: ["another program saved it in its own form"],
    [path("07_what_holds")]: ["its outputs are not those of its last run"],
    [path("15_own")]: [
      "a figure or table beside it changed; what of it, only a run on this machine can tell",
    ],
  });
  const { stderr } = await project.reproduce("--stale");
  assertMatch(stderr, /^6 notebooks ran, \d+ were not stale; /m);
  assertEquals(await reasonsIn(project), {});
  await Deno.stat(`${folder}/notebooks/figures/15_own/figure.svg`);
  // A notebook keeps one fingerprint each of cells, data, library and lock.
  assertStringIncludes(stderr, "03_who_is_served.ipynb: the record of its run (library)");
  const again = (await Deno.readTextFile(`${folder}/${path("03_who_is_served")}`)).split("\n");
  assertEquals(ran.split("\n").filter((line, at) => line !== again[at]).length, 1);

  await edit(`${folder}/data/kuzbass-2016/edition.json`, (text) => `${text}\n`);
  const moved = await reasonsIn(project);
  assertEquals(moved[path("02_network")], ["dataset data/kuzbass-2016/edition.json changed"]);
  // Of the others none opened it.
  assertEquals(Object.keys(moved), [path("02_network"), path("05_collections"), path("15_own")]);
  await Deno.remove(`${folder}/.jupyter/runs`, { recursive: true });
  assertEquals((await reasonsIn(project))[path("02_network")], [
    "the data changed; what of it, only a run on this machine can tell",
  ]);
});
