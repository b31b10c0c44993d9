import { describePackage } from "../load/describe_package.ts";
import { loadReport } from "../load/load_report.ts";
import { command, runCommand } from "./command.ts";

const program = command("validate", "Check every file of an edition against its schema.")
  .action(async ({ edition }: { readonly edition: string }) => {
    const report = await loadReport(edition);
    const rows = describePackage(report.edition).resources.length;
    console.log(
      `${report.edition.id}: ${rows} tables valid, ${report.observations.length} observations, ${report.claims.length} claims`,
    );
  });

await runCommand(program);
