import { fileURLToPath } from "node:url";

/**
 * Bundles the explorer's script for browsers.
 *
 * @returns The text of the module that holds it; the same for the same sources.
 * @throws {Error} With what the bundler says, if it fails.
 */
export async function explorerScript(): Promise<string> {
  const project = fileURLToPath(new URL("../../", import.meta.url));
  const main = "lib/explore/browser/main.ts";
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["bundle", "--quiet", "--platform=browser", "--format=iife", "--minify", main],
    cwd: project,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(`Cannot bundle ${main}: ${decoder.decode(stderr)}`);
  const script = decoder.decode(stdout).trim();
  return [
    "// deno-fmt-ignore-file -- generated",
    "",
    "/** The explorer's script for browsers, bundled by `deno task bundle-explorer` from `browser/`. */",
    `export const explorerScript: string =\n  ${JSON.stringify(script)};`,
    "",
  ].join("\n");
}
