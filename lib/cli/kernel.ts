import { InputError } from "../errors/problem.ts";
import { command, runCommand } from "./command.ts";
import { installKernelspec, notebookName, ownName, removeKernelspec } from "./kernel/kernelspec.ts";
import { jupyterFolder, userFolder } from "./project.ts";

const program = command("kernel")
  .option("--user", `into your Jupyter folder, as "${ownName}"; else into the project's .jupyter/`)
  .option("--remove", "remove it again")
  .action(async ({ user, remove }: { readonly user?: true; readonly remove?: true }) => {
    const folder = user ? userFolder() : jupyterFolder();
    if (folder === undefined) {
      const message =
        "expected a folder in JUPYTER_DATA_DIR, found it unset and no home folder either";
      throw new InputError("Cannot find your Jupyter folder", [{ path: "--user", message }]);
    }
    const names = user ? [ownName] : [ownName, notebookName];
    const specs = await (remove ? removeKernelspec : installKernelspec)(names, folder);
    for (const { path, done } of specs) console.log(`${done.padEnd(9)} ${path}`);
  });

await runCommand(program);
