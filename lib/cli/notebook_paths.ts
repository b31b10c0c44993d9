import { join } from "node:path";
import { isFolder } from "../load/is_folder.ts";
import { notebookFolder } from "./reproduce_options.ts";

/**
 * The notebooks that a command is about.
 *
 * @param named Paths given on the command line.
 * @returns Those, of a folder every notebook in it, or every notebook of `notebooks/` if none is given.
 */
export async function notebookPaths(named: readonly string[]): Promise<readonly string[]> {
  const wanted = named.length > 0 ? named : [notebookFolder()];
  return (await Promise.all(
    wanted.map(async (path) => await isFolder(path) ? await notebooksIn(path) : [path]),
  )).flat();
}

async function notebooksIn(folder: string): Promise<string[]> {
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  return names.filter((name) => name.endsWith(".ipynb")).toSorted()
    .map((name) => join(folder, name));
}
