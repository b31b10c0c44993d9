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
  return folders.find((folder) => edition !== "" && isThere(join(folder, edition))) ?? folders[0];
}

/** The folders of editions that there are: from the working directory upwards, then that beside this library. */
export function dataFolders(): string[] {
  const places = [Deno.cwd()];
  while (dirname(places[0]) !== places[0]) places.unshift(dirname(places[0]));
  const found = places.toReversed().map((place) => join(place, "data"));
  const { protocol } = new URL(import.meta.url);
  const own = protocol === "file:" ? [fileURLToPath(new URL("../../data", import.meta.url))] : [];
  const there = [...new Set([...found, ...own])].filter(isThere);
  return there.length > 0 ? there : [...own, ...found].slice(0, 1);
}

/** Folders that this process may not read are none of its own, and are not asked for. */
function isThere(path: string): boolean {
  if (Deno.permissions.querySync({ name: "read", path }).state !== "granted") return false;
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}
