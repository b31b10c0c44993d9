import { dirname, resolve } from "node:path";
import { InputError } from "../errors/problem.ts";
import { checkReadme } from "./generated_pages.ts";

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
 * @throws {InputError} Naming the first thing in the way.
 */
export async function checkBeforeRun({ folder, hasReadme }: RunTarget): Promise<void> {
  if (folder.trim() === "") {
    refuse("--out", `expected a folder, found "${folder}"`);
  }
  const path = resolve(folder);
  const { state } = await Deno.permissions.query({ name: "write", path });
  if (state !== "granted") {
    refuse(
      folder,
      "the task may write below the project and the folder for temporary files only; choose a folder there, and copy it afterwards",
    );
  }
  for (let place = path; dirname(place) !== place; place = dirname(place)) {
    const found = await Deno.stat(place).catch(() => undefined);
    if (found?.isDirectory) break;
    if (!found) continue;
    refuse(folder, `expected a folder, found a file "${place}"`);
  }
  if (hasReadme) await checkReadme();
}

function refuse(path: string, message: string): never {
  throw new InputError("Cannot write", [{ path, message }]);
}
