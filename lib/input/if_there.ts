/**
 * What the disk holds, where there need be nothing.
 *
 * @param found What is read or looked up, such as `Deno.readTextFile(path)`.
 * @returns What is found; `undefined` if nothing is there.
 * @throws {Error} If there is something that cannot be read.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ifThere } from "./if_there.ts";
 *
 * assertEquals(await ifThere(Deno.readTextFile("no/such/file")), undefined);
 * ```
 */
export async function ifThere<Found>(found: Promise<Found>): Promise<Found | undefined> {
  try {
    return await found;
  } catch (error) {
    const { NotFound, NotADirectory } = Deno.errors;
    if (error instanceof NotFound || error instanceof NotADirectory) return undefined;
    throw error;
  }
}

/** Whether a path leads to a folder. */
export async function isFolder(path: string): Promise<boolean> {
  return (await ifThere(Deno.stat(path)))?.isDirectory ?? false;
}
