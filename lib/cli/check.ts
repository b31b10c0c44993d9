import { fileURLToPath } from "node:url";
import { checkNotebooks } from "../notebook/check_notebooks.ts";
import { describeFinding } from "../notebook/notebook_finding.ts";
import { mendNotebook } from "../notebook/mend_notebook.ts";
import { readFileText, UnreadableFile } from "../input/read_file.ts";
import { MalformedNotebook } from "../notebook/parse_notebook.ts";
import { plainCommand, runCommand } from "./command.ts";
import { Interrupt, Interrupted } from "./interrupt.ts";
import { notebookPaths } from "./notebook_paths.ts";
import { type FileChange, writeTogether } from "./write_together.ts";

interface Options {
  readonly fix?: true;
  readonly json?: true;
}

const program = plainCommand(
  "check",
  "Check notebooks like code: types, lint, names and promises of their cells, those of each as one module; how they were run; and what is left in their outputs.",
)
  .argument(
    "[notebooks...]",
    "notebooks to check, all of one folder; all of notebooks/ if none is named",
  )
  .option("--fix", "first mend ids, older formats, canonical form and the name of the kernel")
  .option("--json", "print the findings as JSON and nothing else")
  .action(async (named: string[], { fix, json }: Options) => {
    using interrupt = new Interrupt();
    const paths = await notebookPaths(named);
    const mended = fix ? await mend(paths) : [];
    const config = fileURLToPath(new URL("../../deno.json", import.meta.url));
    try {
      const findings = await checkNotebooks(paths, { config, signal: interrupt.signal });
      const errors = findings.filter(({ severity }) => severity === "error");
      if (json) console.log(JSON.stringify({ notebooks: paths, mended, findings }, null, 2));
      else {
        for (const finding of findings) console.error(describeFinding(finding));
        for (const path of mended) console.log(`Mended ${path}`);
        const style = counted(findings.length - errors.length, "matter");
        const found = `${counted(errors.length, "error")}, ${style} of style`;
        console.log(`${counted(paths.length, "notebook")} checked: ${found}`);
      }
      if (errors.length > 0) Deno.exitCode = 1;
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      console.error(error.message);
      Deno.exitCode = 130;
    }
  });

/** Mends notebooks that can be; what cannot is a finding. */
async function mend(paths: readonly string[]): Promise<string[]> {
  const changes = await Promise.all(paths.map(async (path): Promise<FileChange[]> => {
    try {
      const text = await readFileText(path);
      const content = mendNotebook(text, path);
      return content === text ? [] : [{ path, content, replaces: text }];
    } catch (error) {
      if (error instanceof MalformedNotebook || error instanceof UnreadableFile) return [];
      throw error;
    }
  }));
  await writeTogether(changes.flat());
  return changes.flat().map(({ path }) => path);
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

await runCommand(program);
