import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { loadTables } from "../load/load_report.ts";
import { command, runCommand } from "./command.ts";

const program = command("validate", "Check every file of an edition against its schema.")
  .action(async ({ edition }: { readonly edition: string }) => {
    const { report, tables } = await loadTables(edition);
    const { observations, claims } = report;
    const sizes = {
      tables: Object.values(tables).filter(({ rows }) => rows.length > 0).length,
      observations: observations.length,
      claims: claims.length,
    };
    console.log(`${report.edition.id}: ${words[chosenLanguage()].commands.valid(sizes)}`);
  });

await runCommand(program);
