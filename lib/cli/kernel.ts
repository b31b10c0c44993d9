import { InputError } from "../errors/problem.ts";
import { plainCommand, runCommand } from "./command.ts";
import { installKernelspec, notebookName, ownName, removeKernelspec } from "./kernel/kernelspec.ts";
import { jupyterFolder, userFolder } from "./project.ts";

interface Options {
  readonly user?: true;
  readonly remove?: true;
}

/** The folder that `--user` means. */
function userTarget(): string {
  const folder = userFolder();
  if (folder !== undefined) return folder;
  const message = "expected a folder in JUPYTER_DATA_DIR, found it unset and no home folder either";
  throw new InputError("Cannot find your Jupyter folder", [{ path: "--user", message }]);
}

const program = plainCommand(
  "kernel",
  "Install the kernelspec of this project, which can be interrupted, for Jupyter.",
)
  .option("--user", `into your Jupyter folder, as "${ownName}"; else into the project's .jupyter/`)
  .option("--remove", "remove it again")
  .action(async ({ user, remove }: Options) => {
    const folder = user ? userTarget() : jupyterFolder();
    const names = user ? [ownName] : [ownName, notebookName];
    const specs = await (remove ? removeKernelspec : installKernelspec)(names, folder);
    for (const { path, done } of specs) console.log(`${done.padEnd(9)} ${path}`);
  });

await runCommand(program);
