import { join } from "node:path";
import { notebookFolder } from "./reproduce_options.ts";

/**
 * The notebooks that a command is about.
 *
 * @param named Paths given on the command line.
 * @returns Those, or every notebook of `notebooks/` if none is given.
 */
export async function notebookPaths(named: readonly string[]): Promise<readonly string[]> {
  if (named.length > 0) return named;
  const names = await Array.fromAsync(Deno.readDir(notebookFolder()), ({ name }) => name);
  return names.filter((name) => name.endsWith(".ipynb")).toSorted()
    .map((name) => join(notebookFolder(), name));
}
