import { chosenLanguage } from "../load/environment.ts";
import { words } from "../words/words.ts";
import { loadReport } from "../load/load_report.ts";
import { tables } from "../model/report.ts";
import { command, runCommand } from "./command.ts";

const program = command("validate", "Check every file of an edition against its schema.")
  .action(async ({ edition }: { readonly edition: string }) => {
    const report = await loadReport(edition);
    const { observations, claims } = report;
    const sizes = {
      tables: tables.length,
      observations: observations.length,
      claims: claims.length,
    };
    console.log(`${report.edition.id}: ${words[chosenLanguage()].commands.valid(sizes)}`);
  });

await runCommand(program);
