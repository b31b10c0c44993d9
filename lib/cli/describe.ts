import { loadTables } from "../load/load_report.ts";
import { describeEdition } from "../package/describe_package.ts";
import { command, type CommonOptions, runCommand } from "./command.ts";
import { writeTogether } from "./write_together.ts";

const program = command("describe", ["edition", "language"])
  .action(async ({ edition }: CommonOptions) => {
    const { files } = describeEdition(edition, await loadTables(edition));
    await writeTogether(files);
    const count = files.length - 1, tables = count === 1 ? "table" : "tables";
    console.log(`Wrote ${files.at(-1)?.path} and ${count} derived ${tables}`);
  });

await runCommand(program);
