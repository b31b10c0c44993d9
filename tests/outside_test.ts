import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { dirname } from "node:path";
import { runProgram } from "../lib/input/run_program.ts";
import { copyFolder } from "./cli/copy_folder.ts";

const { name, version, publish }: {
  name: string;
  version: string;
  publish: { include: string[]; exclude: string[] };
} = JSON.parse(await Deno.readTextFile("deno.json"));

/** What the `deno.json` of such a project says. */
const [, configuration = ""] =
  (await Deno.readTextFile("ARCHITECTURE.md")).match(/```json\n(.*?links.*?)```/s) ?? [];

/** What another project does with the library: it reads an edition of its own, judges it and draws. */
const program = `
import { audit, editionFolder, loadReport, Plot } from "report";

const report = await loadReport("own");
const contradictions: number = audit(report).summary.contradicts;
const plot = Plot.plot({ marks: [Plot.dot(report.observations, { x: "value" })] });
console.log(editionFolder("own"), contradictions, plot.localName);
`;

/** A project with an edition of its own, which takes the library from a folder as ARCHITECTURE.md tells. */
async function use(library: string, project: string) {
  await Deno.mkdir(`${project}/data`, { recursive: true });
  await copyFolder("data/kuzbass-2016", `${project}/data/own`);
  await Deno.writeTextFile(
    `${project}/deno.json`,
    JSON.stringify({ ...JSON.parse(configuration), links: [library] }),
  );
  await Deno.copyFile("deno.lock", `${project}/deno.lock`);
  await Deno.writeTextFile(`${project}/main.ts`, program);
  const deno = (...args: string[]) =>
    runProgram([Deno.execPath(), ...args, "main.ts"], { folder: project });
  const checked = await deno("check", "--quiet");
  const ran = await deno(
    "run",
    "--quiet",
    "--no-check",
    "--no-prompt",
    "--allow-read",
    "--allow-env",
  );
  return { checked, ran };
}

/** Copies what belongs in the package, and nothing else. */
async function pack(folder: string): Promise<void> {
  for (const part of publish.include) {
    await Deno.mkdir(dirname(`${folder}/${part}`), { recursive: true });
    if ((await Deno.stat(part)).isFile) await Deno.copyFile(part, `${folder}/${part}`);
    else await copyFolder(part, `${folder}/${part}`);
  }
  for (const part of publish.exclude) await Deno.remove(`${folder}/${part}`, { recursive: true });
}

for (
  const [what, libraryFor] of [
    ["the checkout", () => Promise.resolve(Deno.cwd())],
    ["the packed library", async (folder: string) => {
      await pack(`${folder}/library`);
      return "../library";
    }],
  ] as const
) {
  Deno.test(`another project type-checks and runs on ${what}, with data of its own`, async () => {
    const folder = await Deno.makeTempDir();
    try {
      const { checked, ran } = await use(await libraryFor(folder), `${folder}/project`);
      assertEquals([checked.success, checked.stderr], [true, ""]);
      assertEquals([ran.stdout, ran.stderr], ["data/own 3 svg\n", ""]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

const table =
  "Authority,Loans 2022,Loans 2023,Change\nAshford,120,121,1\nBarnet,390,388,-2\nTotal,510,509,-1\n";

Deno.test("commands work in another project: its notebooks, its data, its folder for what they write", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/notebooks`);
  const report = { edition: "english" };
  const config = { ...JSON.parse(configuration), links: [Deno.cwd()], report };
  await Deno.writeTextFile(`${folder}/deno.json`, JSON.stringify(config));
  await Deno.writeTextFile(`${folder}/libraries.csv`, table);
  const run = async (task: string, ...args: string[]) => {
    const start = ["run", "--quiet", "--no-prompt", "-RE", "-W=.jupyter", "--allow-run"];
    const { code, stdout, stderr } = await runProgram(
      [Deno.execPath(), ...start, "lib/cli/start.ts", task, ...args],
      { environment: { INIT_CWD: `${folder}/notebooks` } },
    );
    assertEquals([task, code], [task, 0], stderr);
    return stdout + stderr;
  };
  try {
    await run("new-edition", "english", "--table", "../libraries.csv");
    assertStringIncludes(await run("validate"), "english: ");
    assertStringIncludes(await run("verify"), "claims");
    assertStringIncludes(await run("preflight", "../libraries.csv"), "3 rows");
    assertStringIncludes(await run("compare", "english", "kursk-2017"), "Only english has: 0");
    assertStringIncludes(await run("new", "Loans"), "Wrote 01_loans.ipynb");
    assertMatch(await run("check"), /^1 notebook checked: 0 errors, 0 matters of style$/m);
    assertMatch(await run("reproduce"), /^1 notebook ran; .* 1 notebook, 1 figure changed$/m);
    assertEquals(await run("stale"), "0 of 1 notebooks are stale\n");
    await run("figure", "01_loans/figure");
    await run("reproduce", "--edition", "kursk-2017");
    const written = [
      ...["data/english/edition.json", "notebooks/figures/01_loans/figure.svg"],
      ...["notebooks/out/figures/01_loans/figure.svg", ".jupyter/runs/01_loans.json"],
      "notebooks/editions/kursk-2017/figures/01_loans/figure.svg",
    ];
    for (const path of written) await Deno.stat(`${folder}/${path}`);
    const notebook = await Deno.readTextFile(`${folder}/notebooks/01_loans.ipynb`);
    assertStringIncludes(notebook, '"data/english"');
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("the package has the version that CITATION.cff names", async () => {
  assertEquals(/^@[a-z]+\/[a-z]+$/.test(name), true);
  assertStringIncludes(await Deno.readTextFile("CITATION.cff"), `\nversion: ${version}\n`);
});

/** What Deno says of the package, as plain text. */
async function tell(...args: string[]): Promise<string> {
  const { stdout, stderr } = await runProgram([Deno.execPath(), ...args], {
    environment: { NO_COLOR: "1" },
  });
  return stdout + stderr;
}

Deno.test("every type of what the package exports is told without inference, as a registry wants it", async () => {
  const said = await tell("publish", "--dry-run", "--allow-dirty");
  assertEquals(said.match(/^error.*/gm), null);
  assertStringIncludes(said, "Success Dry run complete");
});

Deno.test("everything that the library exports, and every part of it, is documented", async () => {
  // Plot's own files, whose types options of ours extend, tell of problems too.
  const problems = await tell("doc", "--lint", "lib/mod.ts");
  const places = problems.match(/(?<=--> ).*/gm) ?? [];
  assertEquals(places.filter((place) => !place.includes("@observablehq")), []);
  assertStringIncludes(problems, "documentation lint error");
});
