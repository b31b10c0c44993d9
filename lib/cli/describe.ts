import { describePackage } from "../load/describe_package.ts";
import { editionFolder } from "../load/edition_folder.ts";
import { loadReport } from "../load/load_report.ts";
import { command, runCommand } from "./command.ts";
import { writeWhole } from "./write_whole.ts";

const program = command(
  "describe",
  "Write datapackage.json of an edition from the schemas of the library.",
)
  .action(async ({ edition }: { readonly edition: string }) => {
    const report = await loadReport(edition);
    const path = `${editionFolder(edition)}/datapackage.json`;
    await writeWhole(path, JSON.stringify(describePackage(report.edition), null, 2) + "\n");
    console.log(`Wrote ${path}`);
  });

await runCommand(program);
