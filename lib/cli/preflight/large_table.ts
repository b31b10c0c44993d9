/** From which size on a table is judged where it lies: some 10⁵ rows. */
const large = 20_000_000;

/**
 * Whether a path is a table that is judged where it lies, by an engine that takes permissions of its own.
 *
 * @param path The path; anything that is no file is not.
 */
export async function isLargeTable(path: string): Promise<boolean> {
  try {
    const { isFile, size } = await Deno.stat(path);
    return isFile && (size >= large || /\.parquet$/i.test(path));
  } catch {
    return false;
  }
}
