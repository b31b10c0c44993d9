import { fileURLToPath } from "node:url";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";
import { notebookOf } from "../notebook/notebook_of.ts";
import { copyFolder } from "./copy_folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A copy of the project with other notebooks, which goes when it falls out of scope. */
export interface ScratchProject extends AsyncDisposable {
  readonly folder: string;
  /** Starts `reproduce` in it, with no more permissions than the task has. */
  readonly start: (...args: string[]) => Deno.ChildProcess;
  /** Runs `reproduce` in it to its end. */
  readonly reproduce: (
    ...args: string[]
  ) => Promise<{ code: number; stdout: string; stderr: string }>;
  /** Runs another command in it, with the permissions of `reproduce`. */
  readonly run: (
    command: string,
    ...args: string[]
  ) => Promise<{ code: number; stdout: string; stderr: string }>;
  /** The names of its notebooks. */
  readonly names: () => readonly string[];
  /** Every file below `notebooks/`, with its text; bytes as their number. */
  readonly files: () => Promise<Record<string, string | number>>;
}

/**
 * Copies the project, with notebooks of these cells under the names that it has; those
 * that are not named have one trivial cell.
 */
export async function scratchProject(
  notebooks: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<ScratchProject> {
  const folder = await Deno.makeTempDir();
  for (const part of ["lib", "data"]) await copyFolder(`${root}${part}`, `${folder}/${part}`);
  for (const part of ["deno.json", "deno.lock", "README.md"]) {
    await Deno.copyFile(`${root}${part}`, `${folder}/${part}`);
  }
  const ofProject = await Array.fromAsync(Deno.readDir(`${root}notebooks`), ({ name }) => name);
  const names = ofProject.filter((name) => name.endsWith(".ipynb")).toSorted()
    .map((name) => name.replace(".ipynb", ""));
  await Deno.mkdir(`${folder}/notebooks`);
  await Deno.mkdir(`${folder}/temporary`);
  for (const name of names) {
    const text = serializeNotebook(notebookOf(notebooks[name] ?? { one: "1" }));
    await Deno.writeTextFile(`${folder}/notebooks/${name}.ipynb`, text);
  }
  const spawn = (command: string, args: readonly string[]) =>
    new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", ...permissions(folder), `lib/cli/${command}.ts`, ...args],
      cwd: folder,
      env: { NO_COLOR: "1", TMPDIR: `${folder}/temporary` },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
  const run = async (command: string, ...args: string[]) => {
    const { code, stdout, stderr } = await spawn(command, args).output();
    const decoder = new TextDecoder();
    return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  };
  return {
    folder,
    start: (...args) => spawn("reproduce", args),
    run,
    reproduce: (...args) => run("reproduce", ...args),
    names: () => names,
    files: () => filesBelow(`${folder}/notebooks`),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

function permissions(folder: string): string[] {
  return [
    "--no-prompt",
    "--allow-read",
    `--allow-write=.,${folder}/temporary`,
    `--allow-run=git,${Deno.execPath()}`,
    "--allow-net=127.0.0.1",
  ];
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
