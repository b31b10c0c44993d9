import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../errors/problem.ts";
import { didYouMean } from "../errors/did_you_mean.ts";

const root = new URL("../../", import.meta.url);

let named: string | undefined;

/**
 * The edition that is read where none is named: `report.edition` of `deno.json`.
 *
 * @throws {InputError} If that names none.
 */
export function defaultEdition(): string {
  if (named !== undefined) return named;
  const path = fileURLToPath(new URL("deno.json", root));
  const { report } = JSON.parse(Deno.readTextFileSync(path));
  if (typeof report?.edition === "string") return named = report.edition;
  const message = 'expected the edition that is read where none is named, as "report.edition"';
  throw new InputError("Cannot choose an edition", [{ path, message }]);
}

/**
 * Whether a path is a folder.
 *
 * @param path The path.
 * @returns Whether it is; not if there is nothing.
 * @throws {Error} If that cannot be told.
 */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isDirectory;
  } catch (error) {
    const { NotFound, NotADirectory } = Deno.errors;
    if (error instanceof NotFound || error instanceof NotADirectory) return false;
    throw error;
  }
}

/**
 * The folder of an edition.
 *
 * @param edition Its id, which names a folder of `data/`, or a path, which holds a slash or begins with a dot.
 * @returns The folder, relative to the working directory where it lies below that.
 */
export function editionFolder(edition: string): string {
  const isPath = /[/\\]/.test(edition) || edition.startsWith(".");
  const folder = isPath ? edition : `${dataFolder()}${edition}`;
  const below = relative(Deno.cwd(), folder);
  return below === "" || below.startsWith("..") ? folder.replace(/(?<=.)[/\\]+$/, "") : below;
}

/**
 * The folder of an edition that exists.
 *
 * @param edition Its id or path.
 * @returns The folder, as {@linkcode editionFolder} gives it.
 * @throws {InputError} If it does not; the message names the editions that do.
 */
export async function findEdition(edition: string): Promise<string> {
  const folder = editionFolder(edition);
  if (edition !== "" && await isReadableFolder(folder)) return folder;
  const message = `expected a folder of an edition, found none; ${
    didYouMean(edition, await known())
  }`;
  throw new InputError(`Cannot read edition "${edition}"`, [{ path: folder, message }]);
}

function dataFolder(): string {
  return fileURLToPath(new URL("data/", root));
}

async function isReadableFolder(path: string): Promise<boolean> {
  try {
    return await isFolder(path);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const message = `cannot be read: ${error.message}`;
    throw new InputError(`Cannot read edition "${path}"`, [{ path, message }]);
  }
}

/** None where there is no `data/`. */
async function known(): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(dataFolder())).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory).map(({ name }) => name).toSorted();
}
