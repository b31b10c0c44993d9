/**
 * The notebooks run in every way, and checked. Aims, as ratios within one run: the runner takes at most 0.20 of what nbconvert
 * takes and 1.6 of plain scripts, a first check 0.4 of the runner; `reproduce` where nothing is stale at most 0.4 s.
 */
import { basename, dirname, join } from "node:path";
import { runProgram } from "../../lib/input/run_program.ts";
import { notebookPaths } from "../../lib/cli/notebook_paths.ts";
import { describeFailure } from "../../lib/notebook/explain_error.ts";
import { checkNotebooks } from "../../lib/notebook/check_notebooks.ts";
import { describeProblem } from "../../lib/notebook/notebook_problem.ts";
import { moduleOfCells } from "../../lib/notebook/module_of_cells.ts";
import { readCells } from "../../lib/notebook/parse_cell.ts";
import { readNotebook } from "../../lib/notebook/notebook_document.ts";
import { runNotebooks } from "../../lib/notebook/run_notebooks.ts";

const deno = Deno.execPath();
const cores = navigator.hardwareConcurrency;
const paths = await notebookPaths([]);
/** Beside the notebooks, so that `deno.json` holds for what is run there. */
const folder = await Deno.makeTempDir({ dir: ".", prefix: ".bench-", suffix: ".tmp" });
addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));

for (const jobs of [cores, 1]) {
  Deno.bench({
    name: `this runner, ${jobs} at a time`,
    group: "notebooks",
    baseline: jobs === cores,
    n: 2,
    fn: async () => {
      const failures = (await runNotebooks(paths, { jobs }))
        .flatMap(({ path, failure }) => failure ? [describeFailure(path, failure)] : []);
      if (failures.length > 0) throw new Error(failures.join("\n"));
    },
  });
}

const hasNbconvert = (await runProgram(["jupyter", "nbconvert", "--version"])).success;

Deno.bench({
  name: "jupyter nbconvert --execute, one process",
  group: "notebooks",
  ignore: !hasNbconvert,
  n: 1,
  fn: async (bench) => {
    const kernel = join(folder, "jupyter", "kernels", "deno");
    await Deno.mkdir(kernel, { recursive: true });
    const argv = [deno, "jupyter", "--kernel", "--conn", "{connection_file}"];
    const spec = { argv, display_name: "Deno", language: "typescript" };
    await Deno.writeTextFile(join(kernel, "kernel.json"), JSON.stringify(spec));
    const output = ["--to", "notebook", "--output-dir", join(folder, "converted")];
    const environment = { JUPYTER_PATH: join(folder, "jupyter") };
    bench.start();
    await succeed(["jupyter", "nbconvert", "--execute", ...output, ...paths], { environment });
    bench.end();
  },
});

const scripts = await Promise.all(paths.map(async (path) => {
  const script = join(folder, `${basename(path, ".ipynb")}.ts`);
  const { cells } = readCells((await readNotebook(path)).document);
  await Deno.writeTextFile(script, moduleOfCells(cells).text);
  return await Deno.realPath(script);
}));

for (const jobs of [cores, 1]) {
  Deno.bench({
    name: `plain scripts, ${jobs} at a time`,
    group: "notebooks",
    n: 2,
    fn: async () => {
      const waiting = [...scripts];
      const work = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          await succeed([deno, "run", "--allow-all", next], { folder: dirname(paths[0]) });
        }
      };
      await Promise.all(Array.from({ length: jobs }, work));
    },
  });
}

/** Copies of the notebooks where none has ever been checked: nothing that Deno keeps is of use there. */
async function freshCopies(): Promise<string[]> {
  // Modules are written beside the folder of the notebooks: that is to be a new one, too.
  const fresh = join(await Deno.makeTempDir({ dir: folder }), "notebooks");
  await Deno.mkdir(fresh);
  return await Promise.all(paths.map(async (path) => {
    const copy = join(fresh, basename(path));
    await Deno.copyFile(path, copy);
    return copy;
  }));
}

async function check(copies: readonly string[]): Promise<void> {
  const findings = await checkNotebooks(copies, { config: "deno.json" });
  if (findings.length > 0) throw new Error(findings.map(describeProblem).join("\n"));
}

Deno.bench({
  name: "check, for the first time",
  group: "notebooks",
  n: 2,
  fn: async (bench) => {
    const copies = await freshCopies();
    bench.start();
    await check(copies);
    bench.end();
  },
});

let checked: readonly string[] | undefined;

Deno.bench({
  name: "check, after a change in one notebook",
  group: "notebooks",
  n: 2,
  fn: async (bench) => {
    checked ??= await freshCopies();
    const [changed] = checked;
    await check(checked);
    const text = await Deno.readTextFile(changed);
    await Deno.writeTextFile(changed, text.replace('"source": [', '"source": [\n    "\\n",'));
    bench.start();
    await check(checked);
    bench.end();
  },
});

const isFresh = (await runProgram([deno, "task", "--quiet", "stale"])).success;

Deno.bench({
  name: isFresh
    ? "reproduce, nothing stale"
    : "reproduce, nothing stale (a notebook is: run it first)",
  ignore: !isFresh,
  n: 5,
  fn: async () => await succeed([deno, "task", "--quiet", "reproduce", "--stale"]),
});

async function succeed(
  command: readonly [string, ...string[]],
  options: Parameters<typeof runProgram>[1] = {},
): Promise<void> {
  const { success, stderr } = await runProgram(command, options);
  if (!success) throw new Error(`Cannot measure: "${command.join(" ")}" failed: ${stderr.trim()}`);
}
