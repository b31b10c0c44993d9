import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { runProgram } from "../input/run_program.ts";

const project = new URL("../../", import.meta.url);

/** What leads elsewhere in a page: names of Node and of packages, and modules of ours that a browser needs otherwise. */
const standIns = {
  ...Object.fromEntries(
    [
      ...["node:module", "node:url", "node:zlib", "@humanwhocodes/momoa", "gettext-parser", "zod"],
      ...["lib/explore/explorer_script.ts", "lib/figures/render.ts"],
    ].map((name) => [name, "lib/book/browser/stand_ins.ts"]),
  ),
  "node:path": "npm:deno-std@1.4.0/path/posix/mod.js",
};

/** The folder that a module thinks to lie in, two below the project. */
const place = "file:///lib/book/";

/**
 * Bundles scripts for browsers, as classic scripts.
 *
 * @param names Names of modules in `browser/`.
 * @returns The text of each by its name; the same for the same sources.
 * @throws {Error} With what the bundler says, if it fails.
 */
export async function bundleScripts(names: readonly string[]): Promise<Map<string, string>> {
  const folder = await Deno.makeTempDir({ prefix: "report-book-" });
  try {
    const map = join(folder, "import_map.json");
    await Deno.writeTextFile(map, JSON.stringify(await importMap()));
    const paths = names.map((name) => `lib/book/browser/${name}.ts`);
    const { success, stderr } = await runProgram([
      ...[Deno.execPath(), "bundle", "--quiet", "--no-config"] as const,
      ...["--lock", "deno.lock", "--frozen", "--import-map", map],
      ...["--platform=browser", "--format=esm", "--minify", "--outdir", folder, ...paths],
    ], { folder: fileURLToPath(project) });
    if (!success) throw new Error(`Cannot bundle ${names}: ${stderr}`);
    const texts = await Promise.all(
      names.map(async (name) =>
        [name, asScript(await Deno.readTextFile(join(folder, `${name}.js`)))] as const
      ),
    );
    return new Map(texts);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** A module that exports nothing as a classic script, whose names are its own; it may await. */
function asScript(module: string): string {
  return `(async()=>{${module.replaceAll("import.meta.url", JSON.stringify(place))}})();\n`;
}

/** The project's import map with absolute addresses and stand-ins, for the bundler reads no configuration beside it. */
async function importMap(): Promise<object> {
  const { imports, scopes } = JSON.parse(
    await Deno.readTextFile(new URL("deno.json", project)),
  );
  const address = (target: string) =>
    /^(\.\/)?lib\//.test(target) ? new URL(target, project).href : target;
  const absolute = (entries: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(entries).map(([name, target]) => [address(name), address(target)]),
    );
  return {
    imports: absolute({ ...imports, ...scopes["./"], ...standIns }),
    scopes: {
      [address("./lib/")]: absolute(scopes["./lib/"]),
      [address("./lib/book/")]: absolute(scopes["./"]),
    },
  };
}
