/**
 * Whether a path is a folder.
 *
 * @param path The path.
 * @returns Whether it is; not if there is nothing.
 * @throws {Error} If that cannot be told.
 */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isDirectory;
  } catch (error) {
    const { NotFound, NotADirectory } = Deno.errors;
    if (error instanceof NotFound || error instanceof NotADirectory) return false;
    throw error;
  }
}
