import { loadReport } from "../load/load_report.ts";
import { tables } from "../model/report.ts";
import { command, runCommand } from "./command.ts";

const program = command("validate", "Check every file of an edition against its schema.")
  .action(async ({ edition }: { readonly edition: string }) => {
    const report = await loadReport(edition);
    console.log(
      `${report.edition.id}: ${tables.length} tables valid, ${report.observations.length} observations, ${report.claims.length} claims`,
    );
  });

await runCommand(program);
