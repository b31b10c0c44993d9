import { dirname, resolve } from "node:path";
import { UsageError } from "../errors/usage_error.ts";
import { sendSignal } from "../input/run_program.ts";
import { choice, command, runCommand } from "./command.ts";
import { abortOnSignal } from "./interrupt.ts";
import { installKernelspec, notebookName, ownName } from "./kernel/kernelspec.ts";
import { findFrontEnds, frontEnds, howToGet } from "./lab/front_end.ts";
import { notebookFolder } from "./notebook_paths.ts";
import { jupyterFolder, jupyterPath } from "./project.ts";

/** How long a server may take to end its kernels, in milliseconds. */
const grace = 10_000;

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
    const { title, version, opensProject } = frontEnd, folder = resolve(notebookFolder());
    console.error(`${title} ${version}, on ${notebookFolder()}`);
    await abortOnSignal(async (signal) => {
      const child = new Deno.Command(frontEnd.program, {
        args: opensProject ? [...args, dirname(folder)] : args,
        cwd: folder,
        env: { JUPYTER_PATH: jupyterPath(resolve(jupyterFolder()), Deno.env.get("JUPYTER_PATH")) },
        // Ctrl-C would reach a server of the same group too, and there only ask whether it is meant.
        detached: Deno.build.os !== "windows",
        stdin: "null",
      }).spawn();
      signal.addEventListener("abort", () => {
        sendSignal(child, "SIGTERM");
        Deno.unrefTimer(setTimeout(() => sendSignal(child, "SIGKILL"), grace));
      });
      const { code } = await child.status;
      Deno.exitCode = signal.aborted ? 0 : code;
    });
  });

await runCommand(program);
