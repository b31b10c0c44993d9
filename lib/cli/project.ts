import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { foldersAbove, statIfOwn } from "../load/edition_folder.ts";

/** The folder of this library, which is a project too. */
export const libraryFolder = fileURLToPath(new URL("../../", import.meta.url)).replace(
  /[/\\]$/,
  "",
);

/**
 * The project whose notebooks and data a command is about: this library where it is called in it, else the nearest folder with
 * a `deno.json`.
 *
 * @param from The folder that it is called in. @default The working directory
 */
export function projectFolder(from: string = Deno.cwd()): string {
  if (isInside(from, libraryFolder)) return libraryFolder;
  const isProject = (folder: string) => statIfOwn(join(folder, "deno.json"))?.isFile;
  return foldersAbove(from).find(isProject) ?? from;
}

/** Whether a folder is another one, or lies in it. */
export function isInside(folder: string, other: string): boolean {
  return !/^\.\.(?:[/\\]|$)|^[a-z]:/i.test(relative(other, folder));
}
