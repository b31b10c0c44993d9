import { po } from "gettext-parser";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { runProgram } from "../input/run_program.ts";
import { defaultEdition } from "../load/edition_folder.ts";
import type { Language } from "../model/label.ts";
import type { Report } from "../model/report.ts";
import { fingerprint } from "../notebook/staleness/staleness.ts";
import { scratchFolder } from "../notebook/scratch_folder.ts";
import { cataloguesIn } from "../prose/translations.ts";
import { labelReport } from "../report/label_report.ts";
import { digestOf, documentHtml } from "./page.ts";

/** The project's folder. */
export const project: string = fileURLToPath(new URL("../../", import.meta.url));

/** The languages of a book. */
export const bookLanguages: readonly Language[] = ["en", "ru"];

/** The texts of the files below a folder whose paths fit, in the order of their paths. */
export async function textsIn(folder: string, pattern: RegExp): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => pattern.test(name)).map((name) => join(folder, name));
  const read = async (path: string) => [path, await Deno.readTextFile(path)] as const;
  return new Map(await Promise.all(paths.toSorted().map(read)));
}

/** The files of the project that cells may read where they run in a page, by their path from it; catalogues as they are parsed. */
export async function filesOfCells(): Promise<Record<string, string>> {
  const notebooks = join(project, "notebooks");
  const catalogues = await Promise.all(
    cataloguesIn(notebooks, "ru").map(async (path) =>
      [path, JSON.stringify(po.parse(await Deno.readTextFile(path)))] as const
    ),
  );
  const texts = [
    ...await textsIn(join(project, "data"), /(?<!datapackage)\.(csv|json)$/),
    ...await textsIn(join(notebooks, "own"), /\.\w+$/),
    ...catalogues,
  ].map(([path, text]) => [`/${relative(project, path)}`, text]);
  const settings = JSON.stringify({ report: { edition: defaultEdition() } });
  return Object.fromEntries([["/deno.json", settings], ...texts]);
}

/** What an audit in a page reads of a report, with what its printed values are called in each language. */
export function reportParts(report: Report) {
  const { observations, indicators, norms, claims, trendWords, edition: { numberFormat } } = report;
  const labelsIn = (language: Language): Readonly<Record<string, string>> =>
    Object.fromEntries(
      labelReport(report, language).observations
        .map(({ id, label, period }) => [id, `${label}, ${period}`]),
    );
  const labels = { en: labelsIn("en"), ru: labelsIn("ru") };
  return { observations, indicators, norms, claims, trendWords, labels, edition: { numberFormat } };
}

/** The page of the frame in which cells run: its policy knows its one script by digest, and no address but those made of texts. */
export async function framePage(script: string): Promise<string> {
  const text = script.trim(), scripts = `${await digestOf(text)} 'unsafe-eval' blob:`;
  return documentHtml({
    policy: `default-src 'none'; script-src ${scripts}; worker-src blob:`,
    language: "en",
    title: "Cells",
    head: `<script>${text}</script>`,
    body: "",
  });
}

/** What was made of the same things is not made again; it is kept beside the kernels' files. */
export async function makeOnce<Made>(
  name: string,
  of: string,
  make: () => Promise<Made>,
): Promise<Made> {
  const folder = join(project, ".jupyter", "book");
  const path = join(folder, `${name}-${fingerprint(of)}.json`);
  try {
    return JSON.parse(await Deno.readTextFile(path));
  } catch {
    const made = await make();
    await Deno.mkdir(folder, { recursive: true });
    for await (const { name: file } of Deno.readDir(folder)) {
      // Another build may do the same at this moment.
      if (file.startsWith(`${name}-`)) await Deno.remove(join(folder, file)).catch(() => {});
    }
    const temporary = join(folder, `${crypto.randomUUID()}.tmp`);
    await Deno.writeTextFile(temporary, JSON.stringify(made));
    await Deno.rename(temporary, path);
    return made;
  }
}

/** A text as the site keeps what pages load when they are asked to run. */
export function compress(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(text, { level: 9 }));
}

/** What leads elsewhere in a page: names of Node and of packages, and modules of ours that a browser needs otherwise. */
const standIns = {
  ...Object.fromEntries(
    [
      "node:url",
      "@humanwhocodes/momoa",
      "gettext-parser",
      "lib/input/later_module.ts",
      "lib/engine/open_database.ts",
      "lib/explore/explorer_script.ts",
      "lib/figures/render.ts",
    ].map((name) => [name, "lib/book/browser/stand_ins.ts"]),
  ),
  "node:path": "npm:deno-std@1.4.0/path/posix/mod.js",
};

/** The folder that a module thinks to lie in, two below the project. */
const place = JSON.stringify("file:///lib/book/");

/**
 * Bundles scripts for browsers, as classic scripts, whose names are their own and which may await.
 *
 * @param names Names of modules in `browser/`.
 * @returns The text of each by its name; the same for the same sources.
 * @throws {Error} With what the bundler says, if it fails.
 */
export async function bundleScripts(names: readonly string[]): Promise<Record<string, string>> {
  await using folder = await scratchFolder("report-book");
  const map = join(folder.path, "import_map.json");
  await Deno.writeTextFile(map, JSON.stringify(await importMap()));
  const { success, stderr } = await runProgram([
    Deno.execPath(),
    "bundle",
    "--quiet",
    "--no-config",
    "--lock",
    "deno.lock",
    "--frozen",
    "--import-map",
    map,
    "--platform=browser",
    "--format=esm",
    "--minify",
    "--outdir",
    folder.path,
    ...names.map((name) => `lib/book/browser/${name}.ts`),
  ], { folder: project });
  if (!success) throw new Error(`Cannot bundle ${names}: ${stderr}`);
  const texts = names.map(async (name) => {
    const module = await Deno.readTextFile(join(folder.path, `${name}.js`));
    return [name, `(async()=>{${module.replaceAll("import.meta.url", place)}})();\n`] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

/** The project's import map with absolute addresses and stand-ins, for the bundler reads no configuration beside it. */
async function importMap(): Promise<object> {
  const { imports, scopes } = JSON.parse(await Deno.readTextFile(join(project, "deno.json")));
  const address = (target: string) =>
    /^(\.\/)?lib\//.test(target) ? pathToFileURL(join(project, target)).href : target;
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
