import { dirname, join } from "node:path";
import { InputError, type Problem } from "../../errors/problem.ts";
import { writeTogether } from "../write_together.ts";
import { ifThere, namesIn } from "../../input/read_file.ts";

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

const writtenBy = "deno task kernel";

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
    metadata: { report: { writtenBy, deno: pinnedDeno } },
  };
}

/**
 * Whether we wrote a kernelspec, in whichever version.
 *
 * @param text The text of its `kernel.json`.
 */
export function isOurs(text: string): boolean {
  return new RegExp(`"writtenBy":\\s*"${writtenBy}"`).test(text);
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
export async function installKernelspec(names: readonly string[], folder: string) {
  const version = Deno.version.deno;
  if (version !== pinnedDeno) {
    const message = `expected the Deno that the project is pinned to, ${pinnedDeno}, found ` +
      `${version}; run npx --yes deno@${pinnedDeno} task kernel`;
    throw new InputError("Cannot install the kernel", [{ path: Deno.execPath(), message }]);
  }
  const textOf = (name: string) =>
    JSON.stringify(kernelspec(name, Deno.execPath()), null, 2) + "\n";
  return await changeKernelspecs(names, { folder, action: "install", textOf });
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
export async function removeKernelspec(names: readonly string[], folder: string) {
  const specs = await changeKernelspecs(names, {
    folder,
    action: "remove",
    textOf: () => undefined,
  });
  const parents = specs.map(({ path }) => dirname(path));
  for (const parent of [...parents, join(folder, "kernels"), folder]) {
    if ((await namesIn(parent)).length === 0) await ifThere(Deno.remove(parent));
  }
  return specs;
}

/** Makes the `kernel.json` of each name what it shall be, `undefined` for none, unless one of them is not ours. */
async function changeKernelspecs(
  names: readonly string[],
  { folder, action, textOf }: {
    readonly folder: string;
    readonly action: "install" | "remove";
    readonly textOf: (name: string) => string | undefined;
  },
) {
  const problems: Problem[] = [];
  const specs = await Promise.all(names.map(async (name) => {
    const path = join(folder, "kernels", name, "kernel.json"), content = textOf(name);
    const text = await ifThere(Deno.readTextFile(path))
      .catch((error) => void problems.push({ path, message: error.message }));
    if (text !== undefined && !isOurs(text)) {
      const message = `expected no kernelspec of this name but our own, found one that ` +
        `${writtenBy} did not write; move or remove its folder, then run again`;
      problems.push({ path, message });
    }
    const isSame = text === content;
    return { path, content, isSame };
  }));
  if (problems.length > 0) throw new InputError(`Cannot ${action} the kernel`, problems);
  await writeTogether(specs.filter(({ isSame }) => !isSame));
  return specs.map(({ path, content, isSame }) => {
    const done = content === undefined ? ["absent", "removed"] : ["unchanged", "written"];
    return { path, done: done[isSame ? 0 : 1] };
  });
}
