import { loadReport } from "../load/load_report.ts";
import { command, runCommand } from "./command.ts";
import { askNotebooks } from "./stale_notebooks.ts";
import { chosenNotebooks, chosenOptions, type ReproduceOptions } from "./reproduce_options.ts";

interface Options extends Pick<ReproduceOptions, "edition" | "language" | "only" | "out"> {
  readonly explain?: true;
  readonly json?: true;
}

const program = chosenOptions(
  command("stale", "Name the notebooks whose outputs no longer follow from their inputs."),
)
  .option("--explain", "say which input moved: a cell, a file of the library, a dataset, …")
  .option("--json", "print notebooks and reasons as JSON and nothing else")
  .action(async ({ explain, json, only, ...options }: Options) => {
    const { edition } = await loadReport(options.edition);
    const { notebooks } = await askNotebooks(chosenNotebooks(edition, only), options);
    const stale = notebooks.filter(({ reasons }) => reasons.length > 0);
    if (json) console.log(JSON.stringify({ notebooks }, null, 2));
    else {
      for (const { path, reasons } of stale) {
        console.log(path);
        if (explain) { for (const reason of reasons) console.log(`  ${reason}`); }
      }
      console.error(`${stale.length} of ${notebooks.length} notebooks are stale`);
    }
    if (stale.length > 0) Deno.exitCode = 1;
  });

await runCommand(program);
