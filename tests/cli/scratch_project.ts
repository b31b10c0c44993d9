import { fileURLToPath } from "node:url";
import { startArguments } from "../../lib/cli/start.ts";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "../notebook/notebook_of.ts";
import type { CommandResult } from "./run_command.ts";
import { copyFolder } from "./copy_folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A copy of the project with other notebooks, which goes when it falls out of scope. */
export interface ScratchProject extends AsyncDisposable {
  readonly folder: string;
  /** Starts `reproduce` in it, without the process that starts tasks. */
  readonly start: (...args: string[]) => Deno.ChildProcess;
  /** Runs the task `reproduce` in it to its end. */
  readonly reproduce: (...args: string[]) => Promise<CommandResult>;
  /** Runs another task in it. */
  readonly run: (task: string, ...args: string[]) => Promise<CommandResult>;
  /** Runs a task as if it were called in a folder of it. */
  readonly runIn: (folder: string, task: string, ...args: string[]) => Promise<CommandResult>;
  /** The names of its notebooks. */
  readonly names: () => readonly string[];
  /** Every file below `notebooks/`, with its text; bytes as their number. */
  readonly files: () => Promise<Record<string, string | number>>;
}

/** Notebooks that every copy has, of one trivial cell: more would only take their kernels' time. */
const trivial = ["01_overview", "02_network", "03_who_is_served"];

/**
 * Copies the project, with notebooks of these cells, and a few of one trivial cell.
 *
 * @param name The name of its folder.
 */
export async function scratchProject(
  notebooks: Readonly<Record<string, Readonly<Record<string, string>>>>,
  { name = "project" }: { readonly name?: string } = {},
): Promise<ScratchProject> {
  const parent = await Deno.makeTempDir();
  const folder = `${parent}/${name}`;
  const temporary = `${folder}/temporary`;
  await Deno.mkdir(folder);
  for (const part of ["lib", "data"]) await copyFolder(`${root}${part}`, `${folder}/${part}`);
  for (const part of ["deno.json", "deno.lock", "README.md"]) {
    await Deno.copyFile(`${root}${part}`, `${folder}/${part}`);
  }
  const names = [...new Set([...trivial, ...Object.keys(notebooks)])].toSorted();
  await Deno.mkdir(`${folder}/notebooks`);
  await Deno.mkdir(temporary);
  for (const name of names) {
    const text = serializeNotebook(notebookOf(notebooks[name] ?? { one: "1" }));
    await Deno.writeTextFile(`${folder}/notebooks/${name}.ipynb`, text);
  }
  const spawn = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", "--no-prompt", ...args],
      cwd: folder,
      env: { NO_COLOR: "1", TMPDIR: temporary, INIT_CWD: folder, ...env },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
  const runIn = async (below: string, task: string, ...args: string[]) => {
    const starter = ["-RE", "-W=.jupyter", "--allow-run", "lib/cli/start.ts"];
    const process = spawn([...starter, task, ...args], { INIT_CWD: `${folder}/${below}` });
    const { code, stdout, stderr } = await process.output();
    const decoder = new TextDecoder();
    return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  };
  return {
    folder,
    start: (...args) => {
      const [, ...own] = startArguments("reproduce", {
        deno: Deno.execPath(),
        temporary,
        jupyter: undefined,
      });
      return spawn([...own, ...args]);
    },
    runIn,
    run: (task, ...args) => runIn("", task, ...args),
    reproduce: (...args) => runIn("", "reproduce", ...args),
    names: () => names,
    files: () => filesBelow(`${folder}/notebooks`),
    [Symbol.asyncDispose]: () => Deno.remove(parent, { recursive: true }),
  };
}

async function filesBelow(folder: string): Promise<Record<string, string | number>> {
  const files: Record<string, string | number> = {};
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) {
      for (const [below, text] of Object.entries(await filesBelow(path))) {
        files[`${name}/${below}`] = text;
      }
    } else if (name.endsWith(".png")) files[name] = (await Deno.stat(path)).size;
    else files[name] = await Deno.readTextFile(path);
  }
  return files;
}
