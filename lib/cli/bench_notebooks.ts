import { basename, dirname, join, resolve } from "node:path";
import { describeFailure } from "../notebook/cell_failure.ts";
import { moduleOfCells } from "../notebook/module_of_cells.ts";
import { readNotebook } from "../notebook/parse_notebook.ts";
import { readCells } from "../notebook/parse_cell.ts";
import { runNotebooks } from "../notebook/run_notebooks.ts";
import { CheckedCopies } from "./checked_copies.ts";

/** Wall times of each way to run the same cells, in milliseconds. */
export interface Measured {
  readonly runner: readonly number[];
  readonly runners: readonly number[];
  /** `undefined` where Jupyter's nbconvert is not installed. */
  readonly nbconvert: readonly number[] | undefined;
  readonly script: readonly number[];
  readonly scripts: readonly number[];
  /** To check notebooks that have never been checked. */
  readonly check: readonly number[];
  /** To check them again after a change in one of them. */
  readonly recheck: readonly number[];
}

/** How {@link benchNotebooks} measures. */
export interface BenchOptions {
  readonly jobs: number;
  readonly rounds: number;
  readonly signal: AbortSignal;
}

/**
 * Runs notebooks in every way, round by round, so that what else the machine does touches all alike. The
 * first round fills the caches and does not count.
 *
 * @param paths Notebooks of one folder, which are not changed.
 * @throws {Error} If a notebook fails, in whichever way.
 */
export async function benchNotebooks(
  paths: readonly string[],
  { jobs, rounds, signal }: BenchOptions,
): Promise<Measured> {
  const folder = await Deno.makeTempDir({
    dir: dirname(resolve(dirname(paths[0]))),
    prefix: ".bench-",
    suffix: ".tmp",
  });
  try {
    const scripts = await writeScripts(paths, folder);
    const copies = new CheckedCopies(paths, folder);
    const ways = {
      runner: () => byRunner(paths, { jobs: 1, signal }),
      runners: () => byRunner(paths, { jobs, signal }),
      nbconvert: () => byNbconvert(paths, { folder, signal }),
      script: () => byScripts(scripts, { jobs: 1, signal }),
      scripts: () => byScripts(scripts, { jobs, signal }),
      check: () => copies.check(signal),
      recheck: () => copies.check(signal),
    };
    const prepare: Readonly<Partial<Record<string, () => Promise<void>>>> = {
      check: () => copies.renew(),
      recheck: () => copies.change(),
    };
    await ways.runners();
    await ways.scripts();
    const checks = { check: [], recheck: [] };
    const times = { runner: [], runners: [], nbconvert: [], script: [], scripts: [], ...checks };
    const measured: Record<keyof typeof ways, number[]> = times;
    const hasNbconvert = await isInstalled();
    for (let round = 0; round < rounds; round++) {
      for (
        const [name, run] of Object.entries(ways) as [keyof typeof ways, () => Promise<void>][]
      ) {
        if (name === "nbconvert" && !hasNbconvert) continue;
        signal.throwIfAborted();
        await prepare[name]?.();
        const start = performance.now();
        await run();
        measured[name].push(performance.now() - start);
      }
    }
    return { ...measured, nbconvert: hasNbconvert ? measured.nbconvert : undefined };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function byRunner(
  paths: readonly string[],
  options: { readonly jobs: number; readonly signal: AbortSignal },
): Promise<void> {
  const results = await runNotebooks(paths, options);
  const failures = results.flatMap(({ path, failure }) =>
    failure ? [describeFailure(path, failure)] : []
  );
  if (failures.length > 0) throw new Error(failures.join("\n"));
}

async function byNbconvert(
  paths: readonly string[],
  { folder, signal }: { readonly folder: string; readonly signal: AbortSignal },
): Promise<void> {
  const kernel = join(folder, "jupyter", "kernels", "deno");
  await Deno.mkdir(kernel, { recursive: true });
  const argv = [Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"];
  const spec = { argv, display_name: "Deno", language: "typescript" };
  await Deno.writeTextFile(join(kernel, "kernel.json"), JSON.stringify(spec));
  const output = ["--to", "notebook", "--output-dir", join(folder, "converted")];
  await succeed("jupyter", {
    args: ["nbconvert", "--execute", ...output, ...paths.map((path) => resolve(path))],
    env: { JUPYTER_PATH: join(folder, "jupyter") },
    signal,
  });
}

/** The cells of a notebook as a script, and the folder where a kernel runs them. */
interface Script {
  readonly script: string;
  readonly folder: string;
}

async function byScripts(
  scripts: readonly Script[],
  { jobs, signal }: { readonly jobs: number; readonly signal: AbortSignal },
): Promise<void> {
  const waiting = [...scripts];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await succeed(Deno.execPath(), {
        args: ["run", "--allow-all", next.script],
        cwd: next.folder,
        signal,
      });
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
}

async function writeScripts(paths: readonly string[], folder: string): Promise<Script[]> {
  return await Promise.all(paths.map(async (path) => {
    const { cells } = readCells((await readNotebook(path)).document);
    const { text } = moduleOfCells(cells);
    const script = join(folder, `${basename(path, ".ipynb")}.ts`);
    await Deno.writeTextFile(script, text);
    return { script, folder: dirname(path) };
  }));
}

async function isInstalled(): Promise<boolean> {
  try {
    const command = new Deno.Command("jupyter", { args: ["nbconvert", "--version"] });
    return (await command.output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function succeed(program: string, options: Deno.CommandOptions): Promise<void> {
  const command = new Deno.Command(program, { ...options, stdout: "null", stderr: "piped" });
  const { success, stderr } = await command.output();
  if (success) return;
  options.signal?.throwIfAborted();
  const name = [basename(program), ...options.args ?? []].join(" ");
  throw new Error(`Cannot measure: "${name}" failed: ${new TextDecoder().decode(stderr).trim()}`);
}
