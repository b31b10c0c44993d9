import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of editions that an id is looked up in: the nearest `data/` at or above the working directory that has the
 * edition, so that another project has its own; else the one beside this library.
 *
 * @param edition The id of an edition.
 */
export function dataFolder(edition: string): string {
  const folders = dataFolders();
  return folders.find((folder) => edition !== "" && isOwn(join(folder, edition))) ?? folders[0];
}

/** The folders of editions that there are: from the working directory upwards, then that beside this library. */
export function dataFolders(): string[] {
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
