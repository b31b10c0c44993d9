import { po } from "gettext-parser";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { runProgram } from "../input/run_program.ts";
import { defaultEdition } from "../load/edition_folder.ts";
import type { Language } from "../model/label.ts";
import type { Report } from "../model/report.ts";
import { cataloguesIn } from "../prose/translations.ts";
import { labelReport } from "../report/label_report.ts";
import type { ReportParts } from "./browser/live_message.ts";

/** The languages of a book. */
export const bookLanguages: readonly Language[] = ["en", "ru"];

/** The texts of the files below a folder whose paths fit, in the order of their paths. */
export async function textsIn(folder: string, pattern: RegExp): Promise<Map<string, string>> {
  const names = await Array.fromAsync(Deno.readDir(folder));
  const paths = await Promise.all(names.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory) return [...await textsIn(path, pattern)];
    return pattern.test(path) ? [[path, await Deno.readTextFile(path)] as const] : [];
  }));
  return new Map(paths.flat().toSorted(([a], [b]) => a < b ? -1 : 1));
}

/** The files that cells may read where they run in a page, by their path from the project. */
export async function filesOfCells(
  { data, folder }: {
    /** The folder of editions. */
    readonly data: string;
    /** The folder of notebooks. */
    readonly folder: string;
  },
): Promise<Record<string, string>> {
  const below = async (folder: string, place: string, pattern: RegExp) =>
    [...await textsIn(folder, pattern)]
      .map(([path, text]) => [`${place}/${relative(folder, path)}`, text] as const);
  const catalogues = await Promise.all(
    cataloguesIn(folder, "ru").map(async (path) =>
      [
        `/notebooks/translations/${basename(path)}`,
        catalogueJson(await Deno.readTextFile(path)),
      ] as const
    ),
  );
  return Object.fromEntries([
    ["/deno.json", JSON.stringify({ report: { edition: defaultEdition() } })],
    ...await below(data, "/data", /(?<!datapackage)\.(csv|json)$/),
    ...await below(join(folder, "own"), "/notebooks/own", /./),
    ...catalogues,
  ]);
}

/** The sentences of a PO file with their translations, as what stands in for its parser in a page reads them. */
function catalogueJson(text: string): string {
  const { "": entries = {} } = po.parse(text).translations;
  const sentences = Object.entries(entries).map((
    [msgid, { msgstr }],
  ) => [msgid, { msgid, msgstr }]);
  return JSON.stringify({ translations: { "": Object.fromEntries(sentences) } });
}

/** What an audit in a page reads of a report. */
export function reportParts(report: Report): ReportParts {
  const { observations, indicators, norms, claims, trendWords, edition } = report;
  const labels = Object.fromEntries(bookLanguages.map((language) => [
    language,
    Object.fromEntries(
      labelReport(report, language).observations.map((
        { id, label, period },
      ) => [id, `${label}, ${period}`]),
    ),
  ])) as Record<Language, Record<string, string>>;
  const { numberFormat } = edition;
  return { observations, indicators, norms, claims, trendWords, labels, edition: { numberFormat } };
}

/** The page of the frame in which cells run: its policy knows its one script by digest, and no address but those made of texts. */
export async function framePage(script: string): Promise<string> {
  const text = script.trim();
  const digest = new Uint8Array(
    await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)),
  );
  const policy =
    `default-src 'none'; script-src 'sha256-${digest.toBase64()}' 'unsafe-eval' blob:; worker-src blob:`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Cells</title>
<script>${text}</script>
</head>
<body></body>
</html>
`;
}

/** A text as the site keeps what pages load when they are asked to run. */
export function compress(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(text, { level: 9 }));
}

const project = new URL("../../", import.meta.url);

/** What leads elsewhere in a page: names of Node and of packages, and modules of ours that a browser needs otherwise. */
const standIns = {
  ...Object.fromEntries(
    [
      ...["node:module", "node:url", "node:zlib", "@humanwhocodes/momoa", "gettext-parser", "zod"],
      ...["lib/engine/open_database.ts", "lib/explore/explorer_script.ts"],
      "lib/figures/render.ts",
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
