import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { startArguments } from "../../lib/cli/start.ts";
import { type ProgramResult, runProgram } from "../../lib/input/run_program.ts";
import { scratchFolder } from "../../lib/notebook/scratch_folder.ts";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "../notebook/notebook_of.ts";
import { copyFolder } from "./copy_folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A copy of the project with other notebooks, which goes when it falls out of scope. */
export interface ScratchProject extends AsyncDisposable {
  readonly folder: string;
  /** Starts `reproduce` in it. */
  readonly start: (...args: string[]) => Deno.ChildProcess;
  /** Runs `reproduce` in it to its end. */
  readonly reproduce: (...args: string[]) => Promise<ProgramResult>;
  /** Runs another task in it, without the process that starts tasks. */
  readonly run: (task: string, ...args: string[]) => Promise<ProgramResult>;
  /** Runs a task as a person would who calls it in a folder of it. */
  readonly runIn: (folder: string, task: string, ...args: string[]) => Promise<ProgramResult>;
  /** The names of its notebooks. */
  readonly names: () => readonly string[];
  /** Every file below `notebooks/`, with its text; bytes as their number. */
  readonly files: () => Promise<Record<string, string | number>>;
}

/** The notebook that every copy has, of one trivial cell. */
const trivial = "01_overview";

/**
 * Copies the project, with notebooks of these cells, and one of a trivial cell.
 *
 * @param name The name of its folder.
 */
export async function scratchProject(
  notebooks: Readonly<Record<string, Readonly<Record<string, string>>>>,
  { name = "project" }: { readonly name?: string } = {},
): Promise<ScratchProject> {
  // Tests of one file, which run one after another, copy to one place: there Deno knows the library again.
  const parent = await scratchFolder(`report-${basename(Deno.mainModule, ".ts")}`, {
    parent: await temporaryFolder(),
  });
  const folder = `${parent.path}/${name}`;
  const temporary = `${folder}/temporary`;
  await Deno.mkdir(folder);
  for (const part of ["lib", "data"]) await copyFolder(`${root}${part}`, `${folder}/${part}`);
  for (const part of ["deno.json", "deno.lock", "README.md"]) {
    await Deno.copyFile(`${root}${part}`, `${folder}/${part}`);
  }
  const names = [...new Set([trivial, ...Object.keys(notebooks)])].toSorted();
  await Deno.mkdir(`${folder}/notebooks`);
  await Deno.mkdir(temporary);
  for (const name of names) {
    const text = serializeNotebook(notebookOf(notebooks[name] ?? { one: "1" }));
    await Deno.writeTextFile(`${folder}/notebooks/${name}.ipynb`, text);
  }
  const environment = { NO_COLOR: "1", TMPDIR: temporary };
  const machine = { deno: Deno.execPath(), temporary, jupyter: undefined };
  const command = (task: string, args: readonly string[]): [string, ...string[]] => {
    const [verb, ...own] = startArguments(task, machine).filter((arg) => arg !== "--quiet");
    return [Deno.execPath(), verb, "--quiet", ...own, ...args];
  };
  const options = { folder, environment: { ...environment, INIT_CWD: folder } };
  const runIn = async (below: string, task: string, ...args: string[]) => {
    const starter = ["run", "--quiet", "--no-prompt", "-RE", "-W=.jupyter", "--allow-run"];
    return await runProgram([Deno.execPath(), ...starter, "lib/cli/start.ts", task, ...args], {
      folder,
      environment: { ...environment, INIT_CWD: `${folder}/${below}` },
    });
  };
  return {
    folder,
    start: (...args) => {
      const [deno, ...own] = command("reproduce", args);
      return new Deno.Command(deno, {
        args: own,
        cwd: folder,
        env: options.environment,
        stdin: "null",
        stdout: "piped",
        stderr: "piped",
      }).spawn();
    },
    runIn,
    run: (task, ...args) => runProgram(command(task, args), options),
    reproduce: (...args) => runProgram(command("reproduce", args), options),
    names: () => names,
    files: () => filesBelow(`${folder}/notebooks`),
    [Symbol.asyncDispose]: () => parent[Symbol.asyncDispose](),
  };
}

/** Where temporary folders lie. */
async function temporaryFolder(): Promise<string> {
  const one = await Deno.makeTempDir();
  await Deno.remove(one);
  return await Deno.realPath(dirname(one));
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
