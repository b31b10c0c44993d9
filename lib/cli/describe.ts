import { derivedCsv, derivedFor } from "./derived_tables.ts";
import { describePackage } from "./describe_package.ts";
import { editionFolder } from "../load/edition_folder.ts";
import { loadTables } from "../load/load_report.ts";
import { command, runCommand } from "./command.ts";
import { writeTogether } from "./write_together.ts";

const program = command(
  "describe",
  "Write datapackage.json of an edition, and its derived tables, from the schemas of the library.",
)
  .action(async ({ edition }: { readonly edition: string }) => {
    const loaded = await loadTables(edition);
    const { report } = loaded;
    const folder = editionFolder(edition);
    const description = JSON.stringify(describePackage(loaded), null, 2) + "\n";
    const derived = derivedFor(report).map((table) => ({
      path: `${folder}/${table.schema.name}.csv`,
      content: derivedCsv(table, report),
    }));
    const path = `${folder}/datapackage.json`;
    await writeTogether([...derived, { path, content: description }]);
    console.log(`Wrote ${path} and ${derived.length} derived tables`);
  });

await runCommand(program);
