import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { scratchProject } from "./scratch_project.ts";

/** What a shell, an address, a pattern or a list of permissions would read as something else. */
const strange = "Мой проект (2016), c# 100%20 [a] ~?";

const growth = {
  growth: `import { growth, Plot } from "report"; typeof growth`,
  figure: `Plot.plot({ marks: [Plot.ruleX([0])] })`,
};

Deno.test("commands work in a folder of any name, called in any folder of it, on a notebook that new makes", async () => {
  await using project = await scratchProject({ "03_who_is_served": growth }, { name: strange });
  const { folder } = project;
  const inNotebooks = (...args: [string, ...string[]]) => project.runIn("notebooks", ...args);
  const made = await inNotebooks("new", "Молодые", "читатели!");
  assertEquals([made.code, made.stderr], [0, ""]);
  const [, name] = made.stdout.match(/^Wrote (\d\d_молодые_читатели)\.ipynb$/m) ?? [];
  assert(name !== undefined && !project.names().includes(name), made.stdout);
  const again = await project.run("new", "молодые читатели");
  assertEquals(again.code, 1);
  assertStringIncludes(again.stderr, `notebooks/${name}.ipynb: is about this already`);
  assertEquals((await project.run("new", "?!")).code, 1);

  const own = `${strange}.ipynb`;
  await Deno.rename(`${folder}/notebooks/${name}.ipynb`, `${folder}/notebooks/${own}`);
  const checked = await inNotebooks("check", "01_overview.ipynb");
  assertEquals([checked.code, checked.stderr], [0, ""]);
  const ran = await inNotebooks("reproduce", own, "03_who_is_served");
  assertEquals(ran.code, 0, ran.stderr);
  assertMatch(ran.stderr, /^2 notebooks ran; .* 2 notebooks, 2 figures changed\n$/m);
  await Deno.stat(`${folder}/notebooks/figures/03_who_is_served/figure.svg`);
  const fresh = await inNotebooks("stale", own, "--explain");
  assertEquals([fresh.code, fresh.stdout], [0, ""]);
  const library = `${folder}/lib/indicators/indicators.ts`;
  await Deno.writeTextFile(library, `${await Deno.readTextFile(library)}// Moved.\n`);
  const stale = await inNotebooks("stale", "03_who_is_served", "--explain");
  assertEquals(
    stale.stdout,
    "03_who_is_served.ipynb\n  library lib/indicators/indicators.ts changed\n",
  );
  await Deno.rename(`${folder}/data/kuzbass-2016`, `${folder}/data/${strange}`);
  const valid = await inNotebooks("validate", "--edition", `../data/${strange}`);
  assertMatch(valid.stdout, /^kuzbass-2016: \d+ tables valid/);
  const out = `../out ${strange}`, edition = ["--edition", `../data/${strange}`];
  const other = await inNotebooks("reproduce", own, ...edition, "--out", out);
  assertEquals(other.code, 0, other.stderr);
  await Deno.stat(`${folder}/out ${strange}/${own}`);
});

Deno.test("a misspelt option reads as every other problem, with a suggestion", async () => {
  await using project = await scratchProject({});
  const { code, stderr } = await project.reproduce("--chek");
  assertEquals(code, 1);
  assertEquals(stderr.split("\n"), [
    'deno task reproduce --chek: expected one of its options, found none of this name; did you mean "--check", "--csv", "--json"?',
    "(--help shows the options)",
    "",
  ]);
});

Deno.test("what is told to the starter is told to the command, and ends as that does", async () => {
  await using project = await scratchProject({
    "02_network": { mark: `Deno.writeTextFileSync("../begun", "")`, loop: `while (true) {}` },
  });
  const before = await project.files();
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-RE", "-W=.jupyter", "--allow-run"],
      ...["lib/cli/start.ts", "reproduce", "--allow-write"],
    ],
    cwd: project.folder,
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = process.output();
  while (!await Deno.stat(`${project.folder}/begun`).catch(() => undefined)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  process.kill("SIGTERM");
  const { code, stderr } = await output;
  assertEquals(code, 130);
  assertStringIncludes(new TextDecoder().decode(stderr), "Interrupted; every file is as it was.");
  assertEquals(await project.files(), before);
});

Deno.test("new opens the edition that is named", async () => {
  await using project = await scratchProject({});
  const kursk = await project.run("new", "Kursk", "--edition", "kursk-2017");
  const [, path = ""] = /^Wrote (\S+)/.exec(kursk.stdout) ?? [];
  const text = await Deno.readTextFile(`${project.folder}/${path}`);
  assertStringIncludes(text, 'const edition = \\"kursk-2017\\";');
  const none = await project.run("new", "nowhere", "--edition", "kursk-2018");
  assertStringIncludes(none.stderr, 'did you mean "kursk-2017"');
});
