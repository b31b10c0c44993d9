import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { runProgram } from "../../lib/input/run_program.ts";

/** What the `deno.json` of such a project says. */
const [, configuration = ""] =
  (await Deno.readTextFile("ARCHITECTURE.md")).match(/```json\n(.*?links.*?)```/s) ?? [];

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
