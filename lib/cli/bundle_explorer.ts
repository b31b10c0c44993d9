import { join } from "node:path";
import { runProgram } from "../input/run_program.ts";
import { command, runCommand } from "./command.ts";
import { libraryFolder } from "./project.ts";
import { writeTogether } from "./write_together.ts";

/**
 * Bundles the explorer's script for browsers.
 *
 * @returns The text of the module that holds it; the same for the same sources.
 * @throws {Error} With what the bundler says, if it fails.
 */
export async function explorerScript(): Promise<string> {
  const main = "lib/explore/browser/explorer.ts";
  const bundle = ["bundle", "--quiet", "--platform=browser", "--format=iife", "--minify", main];
  const { success, stdout, stderr } = await runProgram([Deno.execPath(), ...bundle], {
    folder: libraryFolder,
  });
  if (!success) throw new Error(`Cannot bundle ${main}: ${stderr}`);
  const script = stdout.trim();
  return [
    "// deno-fmt-ignore-file -- generated",
    "",
    "/** The explorer's script for browsers, bundled by `deno task bundle-explorer` from `browser/`. */",
    `export const explorerScript: string =\n  ${JSON.stringify(script)};`,
    "",
  ].join("\n");
}

const program = command("bundle-explorer")
  .action(async () => {
    const name = "lib/explore/explorer_script.ts", content = await explorerScript();
    await writeTogether([{ path: join(libraryFolder, name), content }]);
    console.log(`Wrote ${name}`);
  });

if (import.meta.main) await runCommand(program);
