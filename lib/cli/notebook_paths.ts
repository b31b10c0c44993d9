import { basename, join, relative } from "node:path";
import { didYouMean } from "../errors/did_you_mean.ts";
import { InputError, inReadingOrder, type Problem } from "../errors/problem.ts";
import { projectFolder } from "./project.ts";
import { ifThere, isFolder, namesIn } from "../input/read_file.ts";

/** The folder of the notebooks, relative to the working directory. */
export function notebookFolder(): string {
  return relative(Deno.cwd(), join(projectFolder(), "notebooks")) || ".";
}

/**
 * The notebooks that a command is about.
 *
 * @param named What the command line names: paths as the shell gives them, folders, or names of notebooks in `notebooks/`,
 *   with or without ending.
 * @returns Those, of a folder every notebook in it, or every notebook of `notebooks/` if none is named; none twice.
 * @throws {InputError} Naming each that is not there, with those that may be meant.
 */
export async function notebookPaths(named: readonly string[]): Promise<readonly string[]> {
  const known = await notebooksIn(notebookFolder());
  if (named.length === 0) return known;
  const problems: Problem[] = [];
  const found = await Promise.all(named.map(async (name) => {
    if (await isFolder(name)) return await notebooksIn(name);
    if ((await ifThere(Deno.stat(name)))?.isFile) return [name];
    const stem = basename(name, ".ipynb"), own = join(notebookFolder(), `${stem}.ipynb`);
    if (basename(name) === name && known.includes(own)) return [own];
    const other = await ifThere(Deno.lstat(name)) && "a pipe, a device or a dead link";
    const meant = () => `none; ${didYouMean(stem, known.map((path) => basename(path, ".ipynb")))}`;
    problems.push({ path: name, message: `expected a notebook, found ${other ?? meant()}` });
    return [];
  }));
  if (problems.length > 0) {
    throw new InputError("Cannot find notebooks", inReadingOrder(problems, named));
  }
  return [...new Set(found.flat())];
}

/** A notebook counts by lying there, unless its name begins with a dot. */
async function notebooksIn(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter((name) => /^[^.].*\.ipynb$/.test(name))
    .map((name) => join(folder, name));
}
