import { words } from "../words/words.ts";
import { runCommand } from "./command.ts";
import { notebooksOf, runCommandLine, type RunOptions, runOptions } from "./reproduce_options.ts";
import { findStale } from "./find_stale.ts";

interface Options extends RunOptions {
  readonly explain?: true;
  readonly json?: true;
}

const program = runCommandLine(
  "stale",
  "Name the notebooks whose outputs no longer follow from their inputs.",
)
  .option("--explain", "say which input moved: a cell, a file of the library, a dataset, …")
  .option("--json", "print notebooks and reasons as JSON and nothing else")
  .action(async (named: string[], { explain, json, ...given }: Options) => {
    const options = runOptions(given);
    const paths = await notebooksOf(named, options);
    const asked = await findStale(paths, options);
    const notebooks = asked.notebooks.map(({ path, reasons }) => ({ path, reasons }));
    const stale = notebooks.filter(({ reasons }) => reasons.length > 0);
    // What no notebook has moved on is as it was when they ran: then it could be read.
    if (stale.length > 0) {
      await (await import("../load/load_report.ts")).loadReport(options.edition);
    }
    if (json) console.log(JSON.stringify({ notebooks }, null, 2));
    else {
      for (const { path, reasons } of stale) {
        console.log(path);
        if (explain) { for (const reason of reasons) console.log(`  ${reason}`); }
      }
      console.error(words[options.language].commands.stale(stale.length, notebooks.length));
    }
    if (stale.length > 0) Deno.exitCode = 1;
  });

await runCommand(program);
