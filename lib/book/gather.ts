import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ifThere } from "../input/if_there.ts";
import { runProgram } from "../input/run_program.ts";
import { defaultEdition, editionFolder } from "../load/edition_folder.ts";
import { loadTables } from "../load/load_report.ts";
import type { NotebookDocument } from "../notebook/notebook_document.ts";
import { fingerprint } from "../notebook/staleness/run_record.ts";
import { readNotebook } from "../notebook/parse_notebook.ts";
import type { PackageDescriptor } from "../package/describe_package.ts";
import { describedFiles } from "../package/described_files.ts";
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
import { type BookNotebook, liveCells } from "./notebook_page.ts";
import { runAsPage, translatedByKernel, translatedRun } from "./run_live.ts";

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

/** The notebooks of an edition: those of the project, or what a run gave for another edition. */
function notebookFolder(edition: string): string {
  const folder = join(project, "notebooks"), own = editionFolder(edition);
  return resolve(own) === resolve(editionFolder(defaultEdition()))
    ? folder
    : join(folder, "editions", basename(own));
}

/** The notebooks in a folder, in the language of their cells; none if there is no such folder. */
async function notebooksIn(folder: string): Promise<BookNotebook[]> {
  const entries = await ifThere(Array.fromAsync(Deno.readDir(folder))) ?? [];
  const files = entries.map(({ name }) => name).filter((name) => /^[^.].*\.ipynb$/.test(name));
  return await Promise.all(
    files.toSorted().map(async (file) => {
      const { document } = await readNotebook(join(folder, file));
      const name = file.slice(0, -".ipynb".length);
      return { name, document, language: "en" as const, needs: missingModule(document) };
    }),
  );
}

/** Finds all that the book of an edition is made of, and runs the notebooks in the languages that they are not committed in. */
export async function gatherBook(edition: string): Promise<BookParts> {
  const folder = notebookFolder(edition);
  const library = await libraryText();
  const names = ["worker", "live", "frame", "book", "what_if"];
  const [scripts, api, loaded, english] = await Promise.all([
    kept("scripts", library, async (): Promise<Readonly<Record<string, string>>> => {
      const { worker, ...scripts } = Object.fromEntries(await bundleScripts(names));
      return { ...scripts, worker, packed: compressed(worker).toBase64() };
    }),
    kept("doc", library, libraryDoc),
    loadTables(edition),
    notebooksIn(folder),
  ]);
  const { report } = loaded, source = editionFolder(edition);
  const live = new Map<string, string | Uint8Array<ArrayBuffer>>([
    ["book.js", scripts.book],
    ["what_if.js", scripts.what_if],
    ["live/report.bin", compressed(JSON.stringify(reportParts(report)))],
  ]);
  const russian = english.length === 0
    ? []
    : await runRussian(english, { edition, id: report.edition.id, folder, library, scripts, live });
  const described = new Map(describedFiles(edition, loaded).map((one) => [one.path, one.content]));
  const descriptor: PackageDescriptor = JSON.parse(
    described.get(join(source, "datapackage.json")) ?? "",
  );
  const tables = await Promise.all(descriptor.resources.map(async ({ path }) => {
    const place = join(source, path);
    return [path, described.get(place) ?? await Deno.readTextFile(place)] as const;
  }));
  const gallery = join(project, "tests", "figures", "gallery");
  const pictures = [...await textsIn(gallery, /\.svg$/)]
    .map(([path, svg]) => [path.slice(gallery.length + 1), svg] as const);
  const isOfProject = folder === join(project, "notebooks");
  return {
    ...{ api, live, style: await Deno.readTextFile(join(project, "lib/book/style.css")) },
    reports: bookLanguages.map((language) => labelReport(report, language)),
    notebooks: [...english, ...russian],
    data: {
      ...{ descriptor, tables: new Map(tables) },
      citation: isOfProject ? await Deno.readTextFile(join(project, "CITATION.cff")) : undefined,
    },
    gallery: {
      text: await Deno.readTextFile(join(gallery, "README.md")),
      pictures: new Map(pictures),
    },
  };
}

/** Runs notebooks in Russian, and puts what pages load to run them into the site. */
async function runRussian(
  english: readonly BookNotebook[],
  { edition, id, folder, library, scripts, live }: {
    readonly edition: string;
    readonly id: string;
    readonly folder: string;
    readonly library: string;
    readonly scripts: Readonly<Record<string, string>>;
    readonly live: Map<string, string | Uint8Array<ArrayBuffer>>;
  },
): Promise<BookNotebook[]> {
  const sources = join(project, "notebooks");
  const files = await filesOfCells({ edition, id, folder: sources });
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
  const translations = readTranslations(sources, "ru");
  const others = english.filter(({ needs }) => needs !== undefined);
  const byKernel = await kept("kernel", JSON.stringify([library, id, files, others]), () => {
    const opened = resolve(editionFolder(edition));
    return translatedByKernel(others, { folder, translations, edition: opened });
  });
  live.set("live.js", scripts.live);
  live.set("live/frame.html", await framePage(scripts.frame));
  const shared = Object.entries(files).filter(([path]) =>
    read.includes(path) && !path.endsWith(".po")
  );
  live.set("live/worker.bin", Uint8Array.fromBase64(scripts.packed));
  live.set("live/files.bin", compressed(JSON.stringify(Object.fromEntries(shared))));
  for (const { name } of runnable) {
    const path = `/notebooks/translations/${catalogueName(name, "ru")}`;
    live.set(`live/${name}.ru.bin`, compressed(JSON.stringify({ [path]: files[path] ?? "{}" })));
  }
  return [
    ...runnable.map((notebook, at) => translatedRun(notebook, results[at], translations)),
    ...byKernel,
  ].toSorted((a, b) => a.name < b.name ? -1 : 1);
}
