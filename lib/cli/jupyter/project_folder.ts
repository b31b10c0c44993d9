import { delimiter, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own Jupyter folder, relative to the working directory where it lies below that. */
export function projectFolder(): string {
  const folder = fileURLToPath(new URL("../../../.jupyter", import.meta.url));
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
