import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../errors/problem.ts";
import { didYouMean } from "../errors/did_you_mean.ts";
import { ifThere, isFolder } from "../input/read_file.ts";

let named: string | undefined;

/**
 * The edition that is read where none is named: `report.edition` of the nearest `deno.json` at or above the working directory
 * that has it, else of this library's.
 *
 * @throws {InputError} If that names none.
 */
export function defaultEdition(): string {
  if (named !== undefined) return named;
  const path = fileURLToPath(new URL("../../deno.json", import.meta.url));
  for (const one of [...foldersAbove().map((folder) => join(folder, "deno.json")), path]) {
    const edition = statIfOwn(one)?.isFile &&
      JSON.parse(Deno.readTextFileSync(one)).report?.edition;
    if (typeof edition === "string") return named = edition;
  }
  const message = 'expected the edition that is read where none is named, as "report.edition"';
  throw new InputError("Cannot choose an edition", [{ path, message }]);
}

/** Whether an edition is named by its path, which holds a slash or begins with a dot, and not by its id. */
export function isPath(edition: string): boolean {
  return /[/\\]/.test(edition) || edition.startsWith(".");
}

/**
 * The folder of an edition.
 *
 * @param edition Its id, which names a folder of the nearest `data/` at or above the working directory that has it, so that
 *   another project has its own, else of the one beside this library; or a path.
 * @returns The folder, relative to the working directory where it lies below that.
 */
export function editionFolder(edition: string): string {
  const folders = isPath(edition) ? [] : dataFolders().map((data) => join(data, edition));
  const folder = folders.find(isOwn) ?? folders[0] ?? edition;
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
  const path = editionFolder(edition);
  const refuse = (message: string): never => {
    throw new InputError(`Cannot read edition "${edition}"`, [{ path, message }]);
  };
  const isThere = edition !== "" &&
    await isFolder(path).catch((error: Error) => refuse(`cannot be read: ${error.message}`));
  if (isThere) return path;
  const meant = didYouMean(edition, await listEditions());
  return refuse(`expected a folder of an edition, found none; ${meant}`);
}

/** The editions of every folder that an id is looked up in. */
async function listEditions(): Promise<string[]> {
  const entries = await Promise.all(
    dataFolders().map(async (folder) => await ifThere(Array.fromAsync(Deno.readDir(folder))) ?? []),
  );
  const names = entries.flat().filter(({ isDirectory }) => isDirectory).map(({ name }) => name);
  return [...new Set(names)].toSorted();
}

/** The folders of editions that there are: from the working directory upwards, then that beside this library. */
function dataFolders(): string[] {
  const found = foldersAbove().map((place) => join(place, "data"));
  const { protocol } = new URL(import.meta.url);
  const own = protocol === "file:" ? [fileURLToPath(new URL("../../data", import.meta.url))] : [];
  const there = [...new Set([...found, ...own])].filter(isOwn);
  return there.length > 0 ? there : [...own, ...found].slice(0, 1);
}

/** A folder, by default the working directory, and all that it lies in, upwards. */
export function foldersAbove(from: string = Deno.cwd()): string[] {
  const places = [from];
  while (dirname(places[0]) !== places[0]) places.unshift(dirname(places[0]));
  return places.toReversed();
}

function isOwn(path: string): boolean {
  return statIfOwn(path)?.isDirectory ?? false;
}

/** What is at a path; what this process may not read is none of its own, and is not asked for. */
export function statIfOwn(path: string): Deno.FileInfo | undefined {
  if (Deno.permissions.querySync({ name: "read", path }).state !== "granted") return undefined;
  try {
    return Deno.statSync(path);
  } catch {
    return undefined;
  }
}
