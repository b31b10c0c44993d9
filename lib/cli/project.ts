import { delimiter, join, posix, relative, win32 } from "node:path";
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

/** The project's own Jupyter folder, relative to the working directory where it lies below that. */
export function jupyterFolder(): string {
  const folder = join(projectFolder(), ".jupyter");
  const below = relative(Deno.cwd(), folder);
  return below.startsWith("..") ? folder : below;
}

/**
 * A search path of Jupyter on which a folder comes first.
 *
 * @param folder The folder, absolute.
 * @param path The `JUPYTER_PATH` until now, if it is set.
 */
export function jupyterPath(folder: string, path = ""): string {
  return [folder, ...path.split(delimiter).filter((one) => one !== "" && one !== folder)]
    .join(delimiter);
}

/** The environment variables that say where Jupyter keeps a user's files. */
export const userFolderVariables = ["JUPYTER_DATA_DIR", "XDG_DATA_HOME", "HOME", "APPDATA"];

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder in which Jupyter looks for a user's kernelspecs, among others.
 *
 * @param environment The variables of {@link userFolderVariables} that are set.
 * @param os The operating system.
 * @returns The folder; `undefined` if the variable that would say it is not set.
 */
export function userFolder(
  environment: Environment = Object.fromEntries(
    userFolderVariables.map((name) => [name, Deno.env.get(name)]),
  ),
  os: typeof Deno.build.os = Deno.build.os,
): string | undefined {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, HOME, APPDATA } = environment;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (os === "windows") return APPDATA ? win32.join(APPDATA, "jupyter") : undefined;
  if (os === "darwin") return HOME ? posix.join(HOME, "Library", "Jupyter") : undefined;
  const data = XDG_DATA_HOME || (HOME && posix.join(HOME, ".local", "share"));
  return data ? posix.join(data, "jupyter") : undefined;
}
