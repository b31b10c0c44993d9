import { Command } from "commander";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkNotebooks, describeFinding } from "../notebook/check_notebooks.ts";
import { runCommand } from "./command.ts";
import { notebookFolder } from "./reproduce_options.ts";

const program = new Command("deno task check")
  .description("Type-check and lint the code cells of notebooks, those of each as one module.")
  .argument(
    "[notebooks...]",
    "notebooks to check, all of one folder; all of notebooks/ if none is named",
  )
  .action(async (named: string[]) => {
    const paths = named.length > 0 ? named : await allNotebooks();
    const config = fileURLToPath(new URL("../../deno.json", import.meta.url));
    const findings = await checkNotebooks(paths, { config });
    for (const finding of findings) console.error(describeFinding(finding));
    console.log(`${paths.length} notebooks checked, ${findings.length} findings`);
    if (findings.length > 0) Deno.exitCode = 1;
  });

async function allNotebooks(): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(notebookFolder()));
  return entries.map(({ name }) => name).filter((name) => name.endsWith(".ipynb")).toSorted()
    .map((name) => join(notebookFolder(), name));
}

await runCommand(program);
