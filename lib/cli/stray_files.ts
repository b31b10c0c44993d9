import { ifThere } from "../input/read_file.ts";
import { join } from "node:path";
import type { FileChange } from "./write_together.ts";

/**
 * Finds figures and tables of notebooks that no longer are.
 *
 * @param folder The folder that holds `figures/` and `tables/`.
 * @param names The notebooks that are.
 * @returns The removal of each such file.
 */
export async function strayFiles(folder: string, names: readonly string[]): Promise<FileChange[]> {
  const stray: string[] = [];
  for (const kind of ["figures", "tables"]) {
    for (const name of await entriesOf(join(folder, kind))) {
      if (!names.includes(name)) stray.push(...await exportedFiles(join(folder, kind, name)));
    }
  }
  return stray.map((path) => ({ path, content: undefined }));
}

/**
 * The figures and tables in a folder, none if it does not exist.
 *
 * @param folder The folder of one notebook's figures or tables.
 */
export async function exportedFiles(folder: string): Promise<string[]> {
  const names = await entriesOf(folder);
  return names.filter((name) => /^[^.].*\.(svg|png|csv)$/.test(name))
    .map((name) => join(folder, name));
}

async function entriesOf(folder: string): Promise<string[]> {
  const entries = await ifThere(Array.fromAsync(Deno.readDir(folder), ({ name }) => name));
  return (entries ?? []).toSorted();
}
