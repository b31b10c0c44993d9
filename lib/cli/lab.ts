import { dirname, resolve } from "node:path";
import { UsageError } from "../errors/usage_error.ts";
import { choice, command, runCommand } from "./command.ts";
import { abortOnSignal } from "./interrupt.ts";
import { installKernelspec, notebookName, ownName } from "./kernel/kernelspec.ts";
import { findFrontEnds, frontEnds, howToGet, runFrontEnd } from "./lab/front_end.ts";
import { notebookFolder } from "./notebook_paths.ts";
import { jupyterFolder, jupyterPath } from "./project.ts";

const program = command("lab")
  .argument("[arguments...]", "after --: what else the program is started with")
  .addOption(choice(
    "--with <name>",
    "which of them, and not the first that is there",
    frontEnds.map(({ name }) => name),
  ))
  .action(async (args: string[], { with: named }: { readonly with?: string }) => {
    const looked = frontEnds.filter(({ name }) => named === undefined || name === named);
    const [frontEnd] = await findFrontEnds(looked);
    if (!frontEnd) {
      const titles = looked.map(({ title }) => title).join(", ");
      throw new UsageError(
        `Cannot open the notebooks: found none of ${titles}; one is enough:\n${howToGet(looked)}`,
      );
    }
    await installKernelspec([ownName, notebookName], jupyterFolder());
    const folder = resolve(notebookFolder());
    console.error(`${frontEnd.title} ${frontEnd.version}, on ${notebookFolder()}`);
    const kernels = jupyterPath(resolve(jupyterFolder()), Deno.env.get("JUPYTER_PATH"));
    await abortOnSignal(async (signal) => {
      Deno.exitCode = await runFrontEnd(frontEnd, {
        folder,
        args: frontEnd.opensProject ? [...args, dirname(folder)] : args,
        environment: { JUPYTER_PATH: kernels },
        signal,
      });
    });
  });

await runCommand(program);
