import { join } from "node:path";
import { namesIn } from "../input/read_file.ts";
import { runProgram } from "../input/run_program.ts";
import { describeFailure } from "../notebook/explain_error.ts";
import { type NotebookDocument, readNotebook } from "../notebook/notebook_document.ts";
import { translateNotebook } from "../notebook/notebook_sentences.ts";
import { runNotebooks } from "../notebook/run_notebooks.ts";
import { scratchFolder } from "../notebook/scratch_folder.ts";
import { cataloguePath, readTranslations } from "../prose/translations.ts";
import { liveModules, type LiveResult, type LiveRun } from "./browser/live_message.ts";
import { compress, filesOfCells, framePage, makeOnce, project } from "./live_files.ts";
import { type BookNotebook, liveCells } from "./notebook_page.ts";
import type { SiteFile } from "./site.ts";

/** What a notebook imports that a page does not have. */
function missingModule({ cells }: NotebookDocument): string | undefined {
  const code = cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source);
  const names = code.join("\n").matchAll(/\bfrom "([^"]+)"|\bimport\(?\s*"([^"]+)"/g)
    .map(([, from, imported]) => from ?? imported);
  return names.find((name) => !liveModules.includes(name));
}

/** The notebooks in a folder of the project, in the language of their cells; none if there is no such folder. */
export async function readNotebooks(folder: string): Promise<BookNotebook[]> {
  const isOurs = folder.startsWith(join(project, "notebooks"));
  const names = isOurs ? await namesIn(folder) : [];
  const files = names.filter((name) => /^[^.].*\.ipynb$/.test(name));
  return await Promise.all(
    files.map(async (file) => {
      const { document } = await readNotebook(join(folder, file));
      const name = file.slice(0, -".ipynb".length);
      return { name, document, language: "en" as const, needs: missingModule(document) };
    }),
  );
}

/**
 * Runs notebooks in Russian.
 *
 * @param english The notebooks as they are committed.
 * @param options The edition, the folder of the notebooks, the code of the library, and the scripts of pages.
 * @returns The notebooks in Russian, and what pages load to run them.
 */
export async function runRussian(
  english: readonly BookNotebook[],
  { id, folder, library, scripts }: Readonly<Record<"id" | "folder" | "library", string>> & {
    readonly scripts: Readonly<Record<string, string>>;
  },
) {
  const files = await filesOfCells();
  const { page = [], kernel = [] } = Object.groupBy(
    english,
    ({ needs }) => needs === undefined ? "page" : "kernel",
  );
  const runs = page.map((notebook): LiveRun => ({
    files,
    edition: id,
    language: "ru",
    changes: {},
    cells: liveCells(notebook),
  }));
  const { results, read } = await makeOnce(
    "runs",
    JSON.stringify([scripts.worker, id, files, runs.map(({ cells }) => cells)]),
    () => runAsPage(runs, scripts.worker),
  );
  const byKernel = await makeOnce(
    "kernel",
    JSON.stringify([library, id, files, kernel]),
    () => runByKernel(kernel, folder),
  );
  const shared = Object.entries(files).filter(([path]) =>
    read.includes(path) && !path.endsWith(".po")
  );
  const catalogues = page.map(({ name }) => {
    const path = cataloguePath(`/notebooks/${name}`, "ru");
    const content = JSON.stringify({ [path]: files[path] ?? "{}" });
    return [`live/${name}.ru.bin`, compress(content)] as const;
  });
  const live = new Map<string, SiteFile>([
    ["live.js", scripts.live],
    ["live/frame.html", await framePage(scripts.frame)],
    ["live/worker.bin", Uint8Array.fromBase64(scripts.packed)],
    ["live/files.bin", compress(JSON.stringify(Object.fromEntries(shared)))],
    ...catalogues,
  ]);
  const translations = readTranslations(join(project, "notebooks"), "ru");
  const russian = [
    ...page.map(withResults(results)),
    ...kernel.map((one, at) => ({ ...one, document: byKernel[at] })),
  ].map(({ document, ...notebook }) => ({
    ...notebook,
    language: "ru" as const,
    document: translateNotebook(document, translations),
  }));
  return { live, russian: russian.toSorted((a, b) => a.name < b.name ? -1 : 1) };
}

/**
 * Runs notebooks as a page does, by the very script that a page runs, in a process without any permission.
 *
 * @param runs What is run, one after the other.
 * @param script The script, `worker` of {@linkcode bundleScripts}.
 * @returns The results of each run, cell by cell, and the paths of all that was read.
 * @throws {Error} With what the process says, if it fails.
 */
export async function runAsPage(
  runs: readonly LiveRun[],
  script: string,
): Promise<
  { readonly results: readonly (readonly LiveResult[])[]; readonly read: readonly string[] }
> {
  await using folder = await scratchFolder("report-run");
  const path = join(folder.path, "run.js");
  const driver = `const results = [], read = new Set();
  for (const run of JSON.parse(${JSON.stringify(JSON.stringify(runs))})) {
    const own = [];
    await runLive(run, (message) => {
      if (message.result) own.push(message.result);
      else message.read.forEach((path) => read.add(path));
    });
    results.push(own);
  }
  print(JSON.stringify({ results, read: [...read].sort() }));`;
  await Deno.writeTextFile(path, `const print = console.log;\n${script}\n${driver}`);
  const options = ["--quiet", "--no-prompt", "--no-config", "--no-lock"];
  const { success, stdout, stderr } = await runProgram([Deno.execPath(), "run", ...options, path]);
  if (!success) throw new Error(`Cannot run as a page does: ${stderr}`);
  return JSON.parse(stdout);
}

/** Puts into a notebook what its cells gave in a page; the first that failed is an error. */
function withResults(results: readonly (readonly LiveResult[])[]) {
  return ({ document, ...notebook }: BookNotebook, at: number): BookNotebook => {
    for (const { id, error } of results[at]) {
      if (error) throw new Error(`Cannot run ${notebook.name}: ${id}: ${error.message}`);
    }
    const cells = document.cells.map((cell): typeof cell => {
      if (cell.cell_type !== "code") return cell;
      const { outputs = [] } = results[at].find(({ id }) => id === cell.id) ?? {};
      const shown = outputs.map((data) => ({
        output_type: "display_data" as const,
        metadata: {},
        data: { ...data } as Record<string, string>,
      }));
      return { ...cell, outputs: shown };
    });
    return { ...notebook, document: { ...document, cells } };
  };
}

/** Notebooks that a page cannot run, as a kernel runs them; the first that failed is an error. */
async function runByKernel(
  notebooks: readonly BookNotebook[],
  folder: string,
): Promise<NotebookDocument[]> {
  const paths = notebooks.map(({ name }) => join(folder, `${name}.ipynb`));
  const environment = { REPORT_LANGUAGE: "ru" };
  const results = paths.length === 0 ? [] : await runNotebooks(paths, { environment });
  return results.map(({ path, document, failure }) => {
    if (document && !failure) return document;
    throw new Error(failure ? describeFailure(path, failure) : `Cannot run ${path}`);
  });
}
