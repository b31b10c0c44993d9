/** The edition that is read where none is named. */
export const defaultEdition = "kuzbass-2016";

/**
 * The folder of an edition.
 *
 * @param edition Its id, which names a folder of `data/`, or a path, which holds a `/` or begins with a dot.
 * @returns The folder, relative to the working directory where it lies below that.
 */
export function editionFolder(edition: string): string {
  const isPath = edition.includes("/") || edition.includes("\\") || edition.startsWith(".");
  const folder = isPath ? edition : new URL(`../../data/${edition}`, import.meta.url).pathname;
  const here = `${Deno.cwd()}/`;
  return folder.replace(/\/+$/, "").replace(here, "");
}
