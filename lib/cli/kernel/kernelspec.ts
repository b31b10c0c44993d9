import { dirname, join } from "node:path";
import { InputError, type Problem } from "../../errors/problem.ts";
import { writeTogether } from "../write_together.ts";
import { ifThere } from "../../input/read_file.ts";

/** The version of Deno that this project is made and tested with; README.md and `.ci/run` name the same. */
export const pinnedDeno = "2.9.6";

/** The name of our kernelspec: another than that of Deno's own, which is `deno`. */
export const ownName = "deno-report";

/**
 * The name that the notebooks ask for, which is that of Deno's own kernelspec.
 *
 * So they open for whoever has only run `deno jupyter --install`, in `nbconvert` and in VS Code. Within the
 * project our kernelspec stands under this name too, with the label that notebooks keep: `deno task lab`
 * puts the project's folder first on Jupyter's path, Jupyter takes the first of a name, and a save leaves
 * what a notebook says of its kernel as it was. In the user's folder it stands under {@link ownName} alone,
 * for the other name there is Deno's to give; a Jupyter that knows no other TypeScript kernel takes it for
 * these notebooks, and one that knows several offers it in its menu.
 */
export const notebookName = "deno";

const marker = { writtenBy: "deno task kernel", deno: pinnedDeno };

/**
 * What `kernel.json` tells Jupyter of our kernel: as Deno's own, but it can be interrupted, and its outputs have no colours, as the
 * committed ones.
 *
 * @param name The name that it is installed under.
 * @param program Path of the Deno that runs cells.
 */
export function kernelspec(name: string, program: string) {
  return {
    argv: [program, "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: name === notebookName ? "Deno" : `Deno ${pinnedDeno} (report)`,
    env: { NO_COLOR: "1" },
    // SIGINT, which Jupyter sends otherwise, ends a Deno kernel.
    interrupt_mode: "message",
    language: "typescript",
    metadata: { report: marker },
  };
}

/**
 * Whether we wrote a kernelspec, in whichever version.
 *
 * @param text The text of its `kernel.json`.
 */
export function isOurs(text: string): boolean {
  try {
    return JSON.parse(text)?.metadata?.report?.writtenBy === marker.writtenBy;
  } catch {
    return false;
  }
}

/** A `kernel.json` and what was done to it. */
export interface InstalledKernelspec {
  readonly path: string;
  readonly done: "written" | "unchanged" | "removed" | "absent";
}

/**
 * Installs our kernelspec, under all the names or under none.
 *
 * @param names The names.
 * @param folder The Jupyter folder, below which it stands in `kernels/NAME`.
 * @returns What was done for each name.
 * @throws {InputError} If another Deno runs this than the one we are pinned to, or a kernelspec of such a
 * name is not ours.
 * @throws {InputError} If a file cannot be written.
 */
export async function installKernelspec(
  names: readonly string[],
  folder: string,
): Promise<InstalledKernelspec[]> {
  const version = Deno.version.deno;
  if (version !== pinnedDeno) {
    const message = `expected the Deno that the project is pinned to, ${pinnedDeno}, found ` +
      `${version}; run npx --yes deno@${pinnedDeno} task kernel`;
    throw new InputError("Cannot install the kernel", [{ path: Deno.execPath(), message }]);
  }
  const found = await readOurs(names, { folder, action: "install" });
  const specs = found.map(({ name, path, text }) => {
    const content = JSON.stringify(kernelspec(name, Deno.execPath()), null, 2) + "\n";
    return { path, content, done: text === content ? "unchanged" as const : "written" as const };
  });
  await writeTogether(specs.filter(({ done }) => done === "written"));
  return specs.map(({ path, done }) => ({ path, done }));
}

/**
 * Removes our kernelspec, and the folders that are empty then.
 *
 * @param names The names that it was installed under.
 * @param folder The Jupyter folder.
 * @returns What was done for each name.
 * @throws {InputError} If a kernelspec of such a name is not ours; none is removed then.
 * @throws {InputError} If a file cannot be removed.
 */
export async function removeKernelspec(
  names: readonly string[],
  folder: string,
): Promise<InstalledKernelspec[]> {
  const found = await readOurs(names, { folder, action: "remove" });
  const there = found.filter(({ text }) => text !== undefined);
  await writeTogether(there.map(({ path }) => ({ path, content: undefined })));
  for (const { path } of there) await removeIfEmpty(dirname(path));
  await removeIfEmpty(join(folder, "kernels"));
  await removeIfEmpty(folder);
  return found.map(({ path, text }) => ({ path, done: text === undefined ? "absent" : "removed" }));
}

/** The `kernel.json` of each name, with its text where there is one. */
async function readOurs(
  names: readonly string[],
  { folder, action }: { readonly folder: string; readonly action: "install" | "remove" },
) {
  const problems: Problem[] = [];
  const found: { name: string; path: string; text: string | undefined }[] = [];
  for (const name of names) {
    const path = join(folder, "kernels", name, "kernel.json");
    const text = await ifThere(Deno.readTextFile(path)).catch((error) => {
      problems.push({ path, message: error.message });
      return undefined;
    });
    if (text !== undefined && !isOurs(text)) {
      const message = `expected no kernelspec of this name but our own, found one that ` +
        `deno task kernel did not write; move or remove its folder, then run again`;
      problems.push({ path, message });
    }
    found.push({ name, path, text });
  }
  if (problems.length > 0) throw new InputError(`Cannot ${action} the kernel`, problems);
  return found;
}

async function removeIfEmpty(folder: string): Promise<void> {
  const entries = await ifThere(Array.fromAsync(Deno.readDir(folder)));
  if (entries?.length === 0) await Deno.remove(folder);
}
