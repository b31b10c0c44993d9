import { posix, win32 } from "node:path";

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment variables that say where Jupyter keeps a user's files. */
export const userFolderVariables = [
  "JUPYTER_DATA_DIR",
  "XDG_DATA_HOME",
  "HOME",
  "APPDATA",
] as const;

/**
 * The folder in which Jupyter looks for a user's kernelspecs, among others.
 *
 * @param environment The variables of {@link userFolderVariables} that are set.
 * @param os The operating system.
 * @returns The folder; `undefined` if the variable that would say it is not set.
 */
export function userFolder(
  environment: Environment,
  os: typeof Deno.build.os,
): string | undefined {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, HOME, APPDATA } = environment;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (os === "windows") return APPDATA ? win32.join(APPDATA, "jupyter") : undefined;
  if (os !== "darwin" && XDG_DATA_HOME) return posix.join(XDG_DATA_HOME, "jupyter");
  if (!HOME) return undefined;
  return os === "darwin"
    ? posix.join(HOME, "Library", "Jupyter")
    : posix.join(HOME, ".local", "share", "jupyter");
}
