import { fileURLToPath } from "node:url";
import { plainCommand, runCommand } from "./command.ts";
import { explorerScript } from "./explorer_script.ts";
import { writeWhole } from "./write_whole.ts";

const program = plainCommand(
  "bundle-explorer",
  "Write the explorer's script, bundled from lib/explore/browser/.",
)
  .action(async () => {
    const path = fileURLToPath(new URL("../explore/explorer_script.ts", import.meta.url));
    await writeWhole(path, await explorerScript());
    console.log("Wrote lib/explore/explorer_script.ts");
  });

await runCommand(program);
