/**
 * Reads a file that need not be there.
 *
 * @param path The file.
 * @returns Its text; `undefined` if there is none.
 */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
