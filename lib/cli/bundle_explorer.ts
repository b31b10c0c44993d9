import { Command } from "commander";
import { fileURLToPath } from "node:url";
import { runCommand } from "./command.ts";
import { explorerScript } from "./explorer_script.ts";
import { writeWhole } from "./write_whole.ts";

const program = new Command("deno task bundle-explorer")
  .description("Write the explorer's script, bundled from lib/explore/browser/.")
  .action(async () => {
    const path = fileURLToPath(new URL("../explore/explorer_script.ts", import.meta.url));
    await writeWhole(path, await explorerScript());
    console.log("Wrote lib/explore/explorer_script.ts");
  });

await runCommand(program);
