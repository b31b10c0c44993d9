import { fileURLToPath } from "node:url";
import { checkNotebooks } from "../notebook/check_notebooks.ts";
import { describeFinding } from "../notebook/notebook_finding.ts";
import { plainCommand, runCommand } from "./command.ts";
import { Interrupt, Interrupted } from "./interrupt.ts";
import { notebookPaths } from "./notebook_paths.ts";

const program = plainCommand(
  "check",
  "Check notebooks like code: types, lint, names and promises of their cells, those of each as one module; how they were run; and what is left in their outputs.",
)
  .argument(
    "[notebooks...]",
    "notebooks to check, all of one folder; all of notebooks/ if none is named",
  )
  .option("--json", "print the findings as JSON and nothing else")
  .action(async (named: string[], { json }: { readonly json?: true }) => {
    using interrupt = new Interrupt();
    const paths = await notebookPaths(named);
    const config = fileURLToPath(new URL("../../deno.json", import.meta.url));
    try {
      const findings = await checkNotebooks(paths, { config, signal: interrupt.signal });
      if (json) console.log(JSON.stringify({ notebooks: paths, findings }, null, 2));
      else {
        for (const finding of findings) console.error(describeFinding(finding));
        const checked = `${counted(paths.length, "notebook")} checked`;
        console.log(`${checked}, ${counted(findings.length, "finding")}`);
      }
      if (findings.length > 0) Deno.exitCode = 1;
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      console.error(error.message);
      Deno.exitCode = 130;
    }
  });

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

await runCommand(program);
