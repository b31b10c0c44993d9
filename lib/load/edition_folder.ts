import { InputError } from "./problem.ts";

/** The edition that is read where none is named. */
export const defaultEdition = "kuzbass-2016";

/**
 * The folder of an edition.
 *
 * @param edition Its id, which names a folder of `data/`, or a path, which holds a `/` or begins with a dot.
 * @returns The folder, relative to the working directory where it lies below that.
 */
export function editionFolder(edition: string): string {
  const isPath = edition.includes("/") || edition.includes("\\") || edition.startsWith(".");
  const folder = isPath ? edition : new URL(`../../data/${edition}`, import.meta.url).pathname;
  const here = `${Deno.cwd()}/`;
  return folder.replace(/\/+$/, "").replace(here, "");
}

/**
 * The folder of an edition that exists.
 *
 * @throws {InputError} If it does not; the message names the editions that do.
 */
export async function findEdition(edition: string): Promise<string> {
  const folder = editionFolder(edition);
  try {
    if ((await Deno.stat(folder)).isDirectory) return folder;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  const known = await Array.fromAsync(Deno.readDir(editionFolder("")), ({ name }) => name);
  const message = `expected a folder of an edition; data/ has ${known.toSorted().join(", ")}`;
  throw new InputError(`Cannot read edition "${edition}"`, [{ path: folder, message }]);
}
