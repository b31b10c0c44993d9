import { join } from "node:path";

/** A folder that goes when it falls out of scope. */
export interface ScratchFolder extends AsyncDisposable {
  readonly path: string;
}

/**
 * Makes a folder for files that another program is to read.
 *
 * It has the same name each time, so that `deno check` knows again what has not changed; if that one is in
 * use, another.
 *
 * @param parent Where it lies.
 * @param name Its name, such as `.check`; it ends in `.tmp`.
 */
export async function scratchFolder(parent: string, name: string): Promise<ScratchFolder> {
  const path = await ownFolder(join(parent, `${name}.tmp`)) ??
    await Deno.makeTempDir({ dir: parent, prefix: `${name}-`, suffix: ".tmp" });
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

async function ownFolder(path: string): Promise<string | undefined> {
  try {
    await Deno.mkdir(path);
    return path;
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists) return undefined;
    throw error;
  }
}
