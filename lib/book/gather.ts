import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { editionFolder } from "../load/edition_folder.ts";
import { loadReport } from "../load/load_report.ts";
import type { PackageDescriptor } from "../load/describe_package.ts";
import type { Language } from "../model/label.ts";
import type { Report } from "../model/report.ts";
import type { NotebookDocument } from "../notebook/notebook_document.ts";
import { readNotebook } from "../notebook/read_notebook.ts";
import { translatedNotebook } from "../notebook/translated_notebook.ts";
import { cataloguesIn, readTranslations } from "../prose/translations.ts";
import { openedReport } from "../report/opened_report.ts";
import { po } from "gettext-parser";
import type { BookParts } from "./book.ts";
import { bookLanguages, bookStyle } from "./book.ts";
import type { ReportParts } from "./browser/unpacked.ts";
import type { LiveCell } from "./browser/live_message.ts";
import { liveModules } from "./browser/live_message.ts";
import { bundleScripts } from "./bundle.ts";
import type { BookNotebook } from "./notebook_page.ts";
import { runAsPage } from "./run_live.ts";

/** The project's folder. */
const project = fileURLToPath(new URL("../../", import.meta.url));

/** What was made of the same things is not made again; it is kept beside the kernels' files. */
async function kept<Made>(name: string, of: string, make: () => Promise<Made>): Promise<Made> {
  const digest = new Uint8Array(
    await crypto.subtle.digest("SHA-256", new TextEncoder().encode(of)),
  );
  const folder = join(project, ".jupyter", "book");
  const path = join(folder, `${name}-${digest.toHex().slice(0, 16)}.json`);
  try {
    return JSON.parse(await Deno.readTextFile(path));
  } catch {
    const made = await make();
    await Deno.mkdir(folder, { recursive: true });
    for await (const entry of Deno.readDir(folder)) {
      if (entry.name.startsWith(`${name}-`)) await Deno.remove(join(folder, entry.name));
    }
    await Deno.writeTextFile(path, JSON.stringify(made));
    return made;
  }
}

async function textsIn(folder: string, pattern: RegExp): Promise<Map<string, string>> {
  const names = await Array.fromAsync(Deno.readDir(folder));
  const paths = await Promise.all(names.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory) return [...await textsIn(path, pattern)];
    return pattern.test(path) ? [[path, await Deno.readTextFile(path)] as const] : [];
  }));
  return new Map(paths.flat().toSorted(([a], [b]) => a < b ? -1 : 1));
}

/** The code of the library, by which what is made of it is told apart. */
async function libraryText(): Promise<string> {
  const texts = await textsIn(join(project, "lib"), /\.(ts|json)$/);
  const others = await Promise.all(
    ["deno.json", "deno.lock"].map((name) => Deno.readTextFile(join(project, name))),
  );
  return JSON.stringify([Deno.version.deno, ...texts, ...others]);
}

async function compressed(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function libraryDoc(): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--quiet", "lib/mod.ts"],
    cwd: project,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(`Cannot document the library: ${decoder.decode(stderr)}`);
  return decoder.decode(stdout);
}

/** What a notebook imports that a page does not have. */
function missingModule({ cells }: NotebookDocument): string | undefined {
  const code = cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source);
  const names = code.join("\n").matchAll(/\bfrom "([^"]+)"|\bimport\(?\s*"([^"]+)"/g)
    .map(([, from, imported]) => from ?? imported);
  return names.find((name) => !liveModules.includes(name));
}

/** Finds all that the book of an edition is made of, and runs the notebooks in the languages that they are not committed in. */
export async function gatherBook(edition: string): Promise<BookParts> {
  const folder = join(project, "notebooks");
  const library = await libraryText();
  const names = ["worker", "live", "frame", "book", "what_if"];
  const [scripts, api, report, documents] = await Promise.all([
    kept("scripts", library, async () => Object.fromEntries(await bundleScripts(names))),
    kept("doc", library, libraryDoc),
    loadReport(edition),
    documentsIn(folder),
  ]);
  const { id } = report.edition;
  const files = await filesOfCells({ edition, id, folder });
  const english = documents.map(({ name, document }): BookNotebook => ({
    ...{ name, document, language: "en", needs: missingModule(document) },
  }));
  const russian = await translatedRuns(english, {
    ...{ edition: id, script: scripts.worker, folder, files },
  });
  const live = new Map<string, string | Uint8Array<ArrayBuffer>>([
    ["book.js", scripts.book],
    ["live.js", scripts.live],
    ["what_if.js", scripts.what_if],
    ["live/frame.html", await framePage(scripts.frame)],
    ["live/worker.bin", await compressed(scripts.worker)],
    ["live/report.bin", await compressed(JSON.stringify(reportParts(report)))],
  ]);
  for (const language of bookLanguages) {
    const own = Object.entries(files)
      .filter(([path]) => russian.read.has(path) && (language === "ru" || !path.endsWith(".po")));
    live.set(
      `live/files.${language}.bin`,
      await compressed(JSON.stringify(Object.fromEntries(own))),
    );
  }
  const data = editionFolder(edition);
  const descriptor: PackageDescriptor = JSON.parse(
    await Deno.readTextFile(join(data, "datapackage.json")),
  );
  const tables = await Promise.all(
    descriptor.resources.map(async ({ path }) =>
      [path, await Deno.readTextFile(join(data, path))] as const
    ),
  );
  const gallery = join(project, "tests", "figures", "gallery");
  const pictures = [...await textsIn(gallery, /\.svg$/)]
    .map(([path, svg]) => [path.slice(gallery.length + 1), svg] as const);
  return {
    ...{ api, live, style: await bookStyle() },
    reports: bookLanguages.map((language) => openedReport(report, language)),
    notebooks: [...english, ...russian.notebooks],
    data: {
      ...{ descriptor, tables: new Map(tables) },
      citation: await Deno.readTextFile(join(project, "CITATION.cff")),
    },
    gallery: {
      text: await Deno.readTextFile(join(gallery, "README.md")),
      pictures: new Map(pictures),
    },
  };
}

async function documentsIn(
  folder: string,
): Promise<{ readonly name: string; readonly document: NotebookDocument }[]> {
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  const own = names.filter((name) => /^[^.].*\.ipynb$/.test(name)).toSorted();
  return await Promise.all(own.map(async (name) => ({
    name: name.slice(0, -".ipynb".length),
    document: (await readNotebook(join(folder, name))).document,
  })));
}

/** The files that cells may read where they run in a page, by their path from the project. */
async function filesOfCells(
  { edition, id, folder }: {
    readonly edition: string;
    readonly id: string;
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
        JSON.stringify(po.parse(await Deno.readTextFile(path))),
      ] as const
    ),
  );
  return Object.fromEntries([
    ...await below(editionFolder(edition), `/data/${id}`, /(?<!datapackage)\.(csv|json)$/),
    ...await below(join(folder, "own"), "/notebooks/own", /./),
    ...catalogues,
  ]);
}

/** The notebooks as a run in Russian gives them, by the script that a page runs. */
async function translatedRuns(
  notebooks: readonly BookNotebook[],
  { edition, script, folder, files }: {
    readonly edition: string;
    readonly script: string;
    readonly folder: string;
    readonly files: Readonly<Record<string, string>>;
  },
): Promise<{ readonly notebooks: BookNotebook[]; readonly read: ReadonlySet<string> }> {
  const language = "ru" as const;
  const live = notebooks.filter(({ needs }) => needs === undefined);
  const runs = live.map(({ document }) => ({
    ...{ files, edition, language, changes: {} },
    cells: document.cells.filter(({ cell_type }) => cell_type === "code")
      .map(({ id, source }): LiveCell => ({ id, source })),
  }));
  const { results, read } = await kept(
    "runs",
    JSON.stringify([script, runs]),
    () => runAsPage(runs, script),
  );
  const translations = readTranslations(folder, language);
  const made = live.map(({ name, document }, at): BookNotebook => {
    const shown = new Map(results[at].map((result) => [result.id, result]));
    const cells = translatedNotebook(document, translations).cells.map((cell) => {
      if (cell.cell_type !== "code") return cell;
      const { outputs = [], error } = shown.get(cell.id) ?? {};
      if (error !== undefined) {
        throw new Error(`Cannot run ${name} in ${language}: ${cell.id}: ${error.message}`);
      }
      const shownAs = (data: typeof outputs[number]) =>
        ({ output_type: "display_data", data, metadata: {} }) as typeof cell.outputs[number];
      return { ...cell, outputs: outputs.map(shownAs) };
    });
    return { name, language, needs: undefined, document: { ...document, cells } };
  });
  return { notebooks: made, read: new Set(read) };
}

function reportParts(report: Report): ReportParts {
  const { observations, indicators, norms, claims, trendWords, edition } = report;
  const labels = Object.fromEntries(bookLanguages.map((language) => [
    language,
    Object.fromEntries(
      openedReport(report, language).observations.map((
        { id, label, period },
      ) => [id, `${label}, ${period}`]),
    ),
  ])) as Record<Language, Record<string, string>>;
  const { numberFormat } = edition;
  return { observations, indicators, norms, claims, trendWords, labels, edition: { numberFormat } };
}

/** The page of the frame in which cells run: its policy knows its one script by digest, and no address but those made of texts. */
async function framePage(script: string): Promise<string> {
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
