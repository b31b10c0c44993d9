import { join, relative, resolve } from "node:path";
import { ifThere } from "../input/read_file.ts";
import { defaultEdition, editionFolder } from "../load/edition_folder.ts";
import { type NotebookDocument, readNotebook } from "../notebook/notebook_document.ts";
import { fingerprint } from "../notebook/staleness/run_record.ts";
import { cataloguePath, readTranslations } from "../prose/translations.ts";
import { liveModules } from "./browser/live_message.ts";
import { compress, filesOfCells, framePage, project } from "./live_files.ts";
import { type BookNotebook, liveCells } from "./notebook_page.ts";
import { runAsPage, runByKernel, translateRun } from "./run_live.ts";

/** What a notebook imports that a page does not have. */
function missingModule({ cells }: NotebookDocument): string | undefined {
  const code = cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source);
  const names = code.join("\n").matchAll(/\bfrom "([^"]+)"|\bimport\(?\s*"([^"]+)"/g)
    .map(([, from, imported]) => from ?? imported);
  return names.find((name) => !liveModules.includes(name));
}

/** Where the notebooks of an edition lie: those of the project, or what a run gave for another edition of its data. */
export function notebooksFolderOf(edition: string): string {
  const folder = join(project, "notebooks"), own = resolve(editionFolder(edition));
  return own === resolve(editionFolder(defaultEdition()))
    ? folder
    : join(folder, "editions", relative(join(project, "data"), own));
}

/** The notebooks in a folder of the project, in the language of their cells; none if there is no such folder. */
export async function readNotebooks(folder: string): Promise<BookNotebook[]> {
  const isOurs = folder.startsWith(join(project, "notebooks"));
  const entries = isOurs ? await ifThere(Array.fromAsync(Deno.readDir(folder))) ?? [] : [];
  const files = entries.map(({ name }) => name).filter((name) => /^[^.].*\.ipynb$/.test(name));
  return await Promise.all(
    files.toSorted().map(async (file) => {
      const { document } = await readNotebook(join(folder, file));
      const name = file.slice(0, -".ipynb".length);
      return { name, document, language: "en" as const, needs: missingModule(document) };
    }),
  );
}

/** Runs notebooks in Russian, and puts what pages load to run them into the site. */
export async function runRussian(
  english: readonly BookNotebook[],
  { id, folder, library, scripts, live }: {
    readonly id: string;
    readonly folder: string;
    readonly library: string;
    readonly scripts: Readonly<Record<string, string>>;
    readonly live: Map<string, string | Uint8Array<ArrayBuffer>>;
  },
): Promise<BookNotebook[]> {
  const sources = join(project, "notebooks");
  const files = await filesOfCells();
  const runnable = english.filter(({ needs }) => needs === undefined);
  const runs = runnable.map((notebook) => ({
    ...{ files, edition: id, language: "ru" as const, changes: {} },
    cells: liveCells(notebook),
  }));
  const { results, read } = await makeOnce(
    "runs",
    JSON.stringify([scripts.worker, id, files, runs.map(({ cells }) => cells)]),
    () => runAsPage(runs, scripts.worker),
  );
  const translations = readTranslations(sources, "ru");
  const others = english.filter(({ needs }) => needs !== undefined);
  const byKernel = await makeOnce(
    "kernel",
    JSON.stringify([library, id, files, others]),
    () => runByKernel(others, { folder, translations }),
  );
  live.set("live.js", scripts.live);
  live.set("live/frame.html", await framePage(scripts.frame));
  const shared = Object.entries(files).filter(([path]) =>
    read.includes(path) && !path.endsWith(".po")
  );
  live.set("live/worker.bin", Uint8Array.fromBase64(scripts.packed));
  live.set("live/files.bin", compress(JSON.stringify(Object.fromEntries(shared))));
  for (const { name } of runnable) {
    const path = cataloguePath(`/notebooks/${name}`, "ru");
    live.set(`live/${name}.ru.bin`, compress(JSON.stringify({ [path]: files[path] ?? "{}" })));
  }
  return [
    ...runnable.map((notebook, at) => translateRun(notebook, results[at], translations)),
    ...byKernel,
  ].toSorted((a, b) => a.name < b.name ? -1 : 1);
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
