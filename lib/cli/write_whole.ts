import { basename, dirname, join } from "node:path";

/** A file that could not be written; it is as it was before. */
export class WriteError extends Error {
  override readonly name = "WriteError";
}

/**
 * Writes a file whole or not at all: a temporary file of the same folder takes its place.
 *
 * @param path The file; its folder exists.
 * @param content What it shall hold.
 * @throws {WriteError} If it cannot be written; the old file, if any, is whole then.
 */
export async function writeWhole(path: string, content: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${crypto.randomUUID()}.tmp`);
  try {
    await Deno.writeTextFile(temporary, content, { createNew: true });
    await Deno.rename(temporary, path);
  } catch (error) {
    await Deno.remove(temporary).catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new WriteError(`Cannot write "${path}": ${reason}`, { cause: error });
  }
}
