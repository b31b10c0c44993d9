import { fileURLToPath } from "node:url";
import { runProgram } from "../input/run_program.ts";
import { plainCommand, runCommand } from "./command.ts";
import { writeTogether } from "./write_together.ts";

/**
 * Bundles the explorer's script for browsers.
 *
 * @returns The text of the module that holds it; the same for the same sources.
 * @throws {Error} With what the bundler says, if it fails.
 */
export async function explorerScript(): Promise<string> {
  const project = fileURLToPath(new URL("../../", import.meta.url));
  const main = "lib/explore/browser/explorer.ts";
  const bundle = ["bundle", "--quiet", "--platform=browser", "--format=iife", "--minify", main];
  const { success, stdout, stderr } = await runProgram([Deno.execPath(), ...bundle], {
    folder: project,
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

const program = plainCommand(
  "bundle-explorer",
  "Write the explorer's script, bundled from lib/explore/browser/.",
)
  .action(async () => {
    const path = fileURLToPath(new URL("../explore/explorer_script.ts", import.meta.url));
    await writeTogether([{ path, content: await explorerScript() }]);
    console.log("Wrote lib/explore/explorer_script.ts");
  });

if (import.meta.main) await runCommand(program);
