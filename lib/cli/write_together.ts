import { basename, dirname, join } from "node:path";
import { InputError, type Problem } from "../errors/problem.ts";
import { ifThere } from "../input/read_file.ts";

/** What a file shall hold; `undefined` if it shall not exist. */
export interface FileChange {
  readonly path: string;
  readonly content: string | Uint8Array<ArrayBuffer> | undefined;
  /** The text that the file held when the work began: if somebody saved it since, nothing is written. */
  readonly replaces?: string;
}

/** What takes the place of a target; nothing where that goes away. */
type Step = readonly [target: string, temporary?: string];

/**
 * Writes several files, all of them or none.
 *
 * Each is first written in full beside its place; only when all are there do they take their places. So a
 * full disk, a folder that cannot be written or an interrupt leaves every file as it was.
 *
 * @param changes What shall be; folders are made, and files that are so already are left alone.
 * @param signal Gives up when aborted.
 * @throws {InputError} Listing every reason, or the reason of `signal`.
 */
export async function writeTogether(
  changes: readonly FileChange[],
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  const steps: Step[] = [];
  const problems: Problem[] = [];
  try {
    for (const change of changes) {
      signal?.throwIfAborted();
      await prepare(change, steps).catch((error) => {
        const message = error instanceof Error ? error.message : String(error);
        problems.push({ path: change.path, message });
      });
    }
    signal?.throwIfAborted();
    if (problems.length > 0) {
      throw new InputError("Cannot write, and no file was changed", problems);
    }
    // Without a pause, so that no signal comes between two files.
    for (const [target, temporary] of steps) {
      if (temporary) Deno.renameSync(temporary, target);
      else removeIfThere(target);
    }
    await Promise.all(Array.from(new Set(steps.map(([target]) => dirname(target))), removeLeft));
  } finally {
    for (const [, temporary] of steps) if (temporary) removeIfThere(temporary);
  }
}

async function prepare({ path, content, replaces }: FileChange, steps: Step[]): Promise<void> {
  if (replaces !== undefined && await Deno.readTextFile(path) !== replaces) {
    throw new Error("somebody saved it while it ran; run it again");
  }
  if (content === undefined) return void steps.push([path]);
  await Deno.mkdir(dirname(path), { recursive: true });
  // A symbolic link is followed, and the mode kept.
  const target = await ifThere(Deno.realPath(path)) ?? path;
  const { mode } = await ifThere(Deno.stat(target)) ?? {};
  const temporary = join(dirname(target), `.${basename(target)}.${crypto.randomUUID()}.tmp`);
  steps.push([target, temporary]);
  const permissions = typeof mode === "number" ? mode & 0o777 : 0o644;
  using file = await Deno.open(temporary, { write: true, createNew: true, mode: permissions });
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  for (let written = 0; written < bytes.length;) {
    written += await file.write(bytes.subarray(written));
  }
  await file.sync();
}

/** How a file is named until it takes its place. */
const temporaryName = /^\..+\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** How old such a file is, in milliseconds, when its writer must have been killed. */
const leftAfter = 60 * 60 * 1000;

/** Removes what a process left that was killed while it wrote; what cannot be read or removed stays. */
async function removeLeft(folder: string): Promise<void> {
  const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  for (const { name, isFile } of entries) {
    if (!isFile || !temporaryName.test(name)) continue;
    const path = join(folder, name);
    const { mtime } = await ifThere(Deno.stat(path)) ?? {};
    if (mtime && Date.now() - mtime.getTime() > leftAfter) await Deno.remove(path).catch(() => {});
  }
}

function removeIfThere(path: string): void {
  try {
    Deno.removeSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
