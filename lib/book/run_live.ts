import { join } from "node:path";
import { ifThere } from "../input/read_file.ts";
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
  const others = english.filter(({ needs }) => needs !== undefined);
  const byKernel = await makeOnce(
    "kernel",
    JSON.stringify([library, id, files, others]),
    () => runByKernel(others, folder),
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
  const translations = readTranslations(join(project, "notebooks"), "ru");
  const run = [
    ...runnable.map((notebook, at) => ({ notebook, document: withResults(notebook, results[at]) })),
    ...others.map((notebook, at) => ({ notebook, document: byKernel[at] })),
  ].map(({ notebook, document }) => (
    { ...notebook, language: "ru" as const, document: translateNotebook(document, translations) }
  ));
  return run.toSorted((a, b) => a.name < b.name ? -1 : 1);
}

/** Notebooks as a page runs them. */
export interface LiveRuns {
  /** The results of each run, cell by cell. */
  readonly results: readonly (readonly LiveResult[])[];
  /** The paths of all that was read. */
  readonly read: readonly string[];
}

/**
 * Runs notebooks as a page does, by the very script that a page runs, in a process without any permission.
 *
 * @param runs What is run, one after the other.
 * @param script The script, `worker` of {@linkcode bundleScripts}.
 * @throws {Error} With what the process says, if it fails.
 */
export async function runAsPage(runs: readonly LiveRun[], script: string): Promise<LiveRuns> {
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

/** A notebook with what its cells gave in a page; the first that failed is an error. */
function withResults(
  { name, document }: BookNotebook,
  results: readonly LiveResult[],
): NotebookDocument {
  for (const { id, error } of results) {
    if (error) throw new Error(`Cannot run ${name}: ${id}: ${error.message}`);
  }
  const shown = new Map(results.map(({ id, outputs }) => [id, outputs]));
  const cells = document.cells.map((cell): typeof cell =>
    cell.cell_type !== "code" ? cell : {
      ...cell,
      outputs: (shown.get(cell.id) ?? []).map((data) => ({
        output_type: "display_data",
        data: { ...data } as Record<string, string>,
        metadata: {},
      })),
    }
  );
  return { ...document, cells };
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
