import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "../input/run_program.ts";
import type { PackageDescriptor } from "../package/describe_package.ts";
import { editionFolder } from "../load/edition_folder.ts";
import { loadReport } from "../load/load_report.ts";
import type { NotebookDocument } from "../notebook/notebook_document.ts";
import { fingerprint } from "../notebook/staleness/run_record.ts";
import { readNotebook } from "../notebook/parse_notebook.ts";
import { catalogueName, readTranslations } from "../prose/translations.ts";
import { labelReport } from "../report/label_report.ts";
import type { BookParts } from "./book.ts";
import { liveModules } from "./browser/live_message.ts";
import { bundleScripts } from "./bundle.ts";
import {
  bookLanguages,
  compressed,
  filesOfCells,
  framePage,
  reportParts,
  textsIn,
} from "./live_files.ts";
import type { BookNotebook } from "./notebook_page.ts";
import { liveCells, runAsPage, translatedByKernel, translatedRun } from "./run_live.ts";

/** The project's folder. */
const project = fileURLToPath(new URL("../../", import.meta.url));

/** What was made of the same things is not made again; it is kept beside the kernels' files. */
async function kept<Made>(name: string, of: string, make: () => Promise<Made>): Promise<Made> {
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

/** The code of the library, by which what is made of it is told apart. */
async function libraryText(): Promise<string> {
  const texts = await textsIn(join(project, "lib"), /\.(ts|json)$/);
  const others = await Promise.all(
    ["deno.json", "deno.lock"].map((name) => Deno.readTextFile(join(project, name))),
  );
  return JSON.stringify([Deno.version.deno, ...texts, ...others]);
}

async function libraryDoc(): Promise<string> {
  const { success, stdout, stderr } = await runProgram(
    [Deno.execPath(), "doc", "--quiet", "lib/mod.ts"],
    { folder: project },
  );
  if (!success) throw new Error(`Cannot document the library: ${stderr}`);
  return stdout;
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
  const { id } = report.edition, source = editionFolder(edition);
  const files = await filesOfCells({ data: dirname(source), folder });
  const english = documents.map(({ name, document }): BookNotebook => ({
    ...{ name, document, language: "en", needs: missingModule(document) },
  }));
  const runnable = english.filter(({ needs }) => needs === undefined);
  const runs = runnable.map((notebook) => ({
    ...{ files, edition: id, language: "ru" as const, changes: {} },
    cells: liveCells(notebook),
  }));
  const { results, read } = await kept(
    "runs",
    JSON.stringify([scripts.worker, id, files, runs.map(({ cells }) => cells)]),
    () => runAsPage(runs, scripts.worker),
  );
  const translations = readTranslations(folder, "ru");
  const others = english.filter(({ needs }) => needs !== undefined);
  const byKernel = await kept(
    "kernel",
    JSON.stringify([library, id, files, others]),
    () => translatedByKernel(others, { folder, translations }),
  );
  const russian = [
    ...runnable.map((notebook, at) => translatedRun(notebook, results[at], translations)),
    ...byKernel,
  ].toSorted((a, b) => a.name < b.name ? -1 : 1);
  const live = new Map<string, string | Uint8Array<ArrayBuffer>>([
    ["book.js", scripts.book],
    ["live.js", scripts.live],
    ["what_if.js", scripts.what_if],
    ["live/frame.html", await framePage(scripts.frame)],
    ["live/worker.bin", compressed(scripts.worker)],
    ["live/report.bin", compressed(JSON.stringify(reportParts(report)))],
  ]);
  const shared = Object.entries(files).filter(([path]) =>
    read.includes(path) && !path.endsWith(".po")
  );
  live.set("live/files.bin", compressed(JSON.stringify(Object.fromEntries(shared))));
  for (const { name } of runnable) {
    const path = `/notebooks/translations/${catalogueName(name, "ru")}`;
    live.set(`live/${name}.ru.bin`, compressed(JSON.stringify({ [path]: files[path] ?? "{}" })));
  }
  const descriptor: PackageDescriptor = JSON.parse(
    await Deno.readTextFile(join(source, "datapackage.json")),
  );
  const tables = await Promise.all(
    descriptor.resources.map(async ({ path }) =>
      [path, await Deno.readTextFile(join(source, path))] as const
    ),
  );
  const gallery = join(project, "tests", "figures", "gallery");
  const pictures = [...await textsIn(gallery, /\.svg$/)]
    .map(([path, svg]) => [path.slice(gallery.length + 1), svg] as const);
  return {
    ...{ api, live, style: await Deno.readTextFile(join(project, "lib/book/style.css")) },
    reports: bookLanguages.map((language) => labelReport(report, language)),
    notebooks: [...english, ...russian],
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
