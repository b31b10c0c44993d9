import { fileURLToPath } from "node:url";
import { checkNotebooks, describeFinding } from "../notebook/check_notebooks.ts";
import { plainCommand, runCommand } from "./command.ts";
import { notebookPaths } from "./notebook_paths.ts";

const program = plainCommand(
  "check",
  "Type-check and lint the code cells of notebooks, those of each as one module.",
)
  .argument(
    "[notebooks...]",
    "notebooks to check, all of one folder; all of notebooks/ if none is named",
  )
  .action(async (named: string[]) => {
    const paths = await notebookPaths(named);
    const config = fileURLToPath(new URL("../../deno.json", import.meta.url));
    const findings = await checkNotebooks(paths, { config });
    for (const finding of findings) console.error(describeFinding(finding));
    console.log(`${paths.length} notebooks checked, ${findings.length} findings`);
    if (findings.length > 0) Deno.exitCode = 1;
  });

await runCommand(program);
