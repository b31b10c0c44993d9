import { dirname, resolve } from "node:path";
import { checkReadme } from "./generated_pages.ts";
import { WriteError } from "./write_together.ts";

/** Where a run is going to write. */
export interface RunTarget {
  /** The folder that gets notebooks, figures and tables; it need not exist. */
  readonly folder: string;
  /** Whether README.md gets tables too. */
  readonly hasReadme: boolean;
}

/**
 * Tells before a run what would keep it from writing its results afterwards.
 *
 * @throws {WriteError} Naming the first thing in the way.
 */
export async function checkBeforeRun({ folder, hasReadme }: RunTarget): Promise<void> {
  if (folder.trim() === "") {
    throw new WriteError(`Cannot write: expected a folder after --out, found "${folder}"`);
  }
  const path = resolve(folder);
  const { state } = await Deno.permissions.query({ name: "write", path });
  if (state !== "granted") {
    throw new WriteError(
      `Cannot write to "${folder}": the task may write below the project and the folder for temporary files only; choose a folder there, and copy it afterwards`,
    );
  }
  for (let place = path; dirname(place) !== place; place = dirname(place)) {
    const found = await Deno.stat(place).catch(() => undefined);
    if (found?.isDirectory) break;
    if (!found) continue;
    throw new WriteError(`Cannot write to "${folder}": expected a folder, found a file "${place}"`);
  }
  if (hasReadme) await checkReadme();
}
