import { dirname, join } from "node:path";
import { UsageError } from "../errors/usage_error.ts";
import { ifThere } from "../input/read_file.ts";

/** A folder that goes when it falls out of scope. */
export interface ScratchFolder extends AsyncDisposable {
  readonly path: string;
}

/** Where {@link scratchFolder} makes a folder. */
export interface ScratchOptions {
  /**
   * Where it lies. There it has the same name each time, so that `deno check` knows again what has not changed; if that
   * one is in use, another. @default The folder for temporary files, under a new name
   */
  readonly parent?: string;
  /** Sees a folder that a process left when it was killed, before that folder goes. */
  readonly onLeft?: (path: string) => void;
}

const lockName = "lock";

/**
 * Makes a folder for files that another program is to read, and removes those of its name that a killed process left.
 *
 * A process holds a lock on each of its folders, which the system takes from it when it ends, however it ends.
 *
 * @param name Its name, such as `.check`; it ends in `.tmp`.
 * @throws {UsageError} If no folder can be made; the message says where and what to do.
 */
export async function scratchFolder(
  name: string,
  { parent, onLeft }: ScratchOptions = {},
): Promise<ScratchFolder> {
  if (parent !== undefined) await sweep(parent, { name, onLeft });
  const path = await ownFolder(name, parent);
  const lock = await Deno.open(join(path, `new-${lockName}`), { write: true, create: true });
  await lock.lock(true);
  await Deno.rename(join(path, `new-${lockName}`), join(path, lockName));
  if (parent === undefined) await sweep(dirname(path), { name, onLeft });
  return {
    path,
    async [Symbol.asyncDispose]() {
      lock.close();
      await ifThere(Deno.remove(path, { recursive: true }));
    },
  };
}

/** Removes what nobody holds. What cannot be read or removed is of somebody else, and stays. */
async function sweep(
  parent: string,
  { name, onLeft }: Pick<ScratchOptions, "onLeft"> & { readonly name: string },
): Promise<void> {
  const entries = await Array.fromAsync(Deno.readDir(parent), (entry) => entry.name)
    .catch(() => []);
  for (const entry of entries) {
    if (!entry.startsWith(name) || !entry.endsWith(".tmp")) continue;
    const path = join(parent, entry);
    try {
      using lock = await Deno.open(join(path, lockName), { write: true });
      if (!await lock.tryLock(true)) continue;
      onLeft?.(path);
      await ifThere(Deno.remove(path, { recursive: true }));
    } catch {
      continue;
    }
  }
}

async function ownFolder(name: string, parent: string | undefined): Promise<string> {
  if (parent !== undefined) {
    const path = join(parent, `${name}.tmp`);
    try {
      await Deno.mkdir(path);
      return path;
    } catch (error) {
      if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    }
  }
  try {
    const path = await Deno.makeTempDir({ dir: parent, prefix: `${name}-`, suffix: ".tmp" });
    return await Deno.realPath(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `Cannot make a temporary folder: ${reason}; let TMPDIR name a folder that can be written`,
    );
  }
}
