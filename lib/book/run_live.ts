import { join } from "node:path";
import { runProgram } from "../input/run_program.ts";
import { describeFailure } from "../notebook/explain_error.ts";
import { runNotebooks } from "../notebook/run_notebooks.ts";
import type { NotebookCell } from "../notebook/notebook_document.ts";
import { translateNotebook } from "../notebook/notebook_sentences.ts";
import { scratchFolder } from "../notebook/scratch_folder.ts";
import type { Translations } from "../prose/translations.ts";
import type { LiveResult, LiveRun } from "./browser/live_message.ts";
import type { BookNotebook } from "./notebook_page.ts";

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

/**
 * A notebook as a run in another language gives it.
 *
 * @param notebook The notebook.
 * @param results The results of its cells.
 * @param translations The texts of its Markdown cells.
 * @throws {Error} Naming the first cell that failed.
 */
export function translateRun(
  notebook: BookNotebook,
  results: readonly LiveResult[],
  translations: Translations,
): BookNotebook {
  for (const { id, error } of results) {
    if (error) throw new Error(`Cannot run ${notebook.name}: ${id}: ${error.message}`);
  }
  const shown = new Map(results.map(({ id, outputs }) => [id, outputs]));
  const document = translateNotebook(notebook.document, translations);
  const cells = document.cells.map((cell): NotebookCell =>
    cell.cell_type !== "code" ? cell : {
      ...cell,
      outputs: (shown.get(cell.id) ?? []).map((data) => ({
        output_type: "display_data",
        data: { ...data } as Record<string, string>,
        metadata: {},
      })),
    }
  );
  return { ...notebook, language: "ru", document: { ...document, cells } };
}

/**
 * Notebooks that a page cannot run, as a kernel runs them in another language.
 *
 * @param notebooks The notebooks.
 * @param options Their folder, and the texts of their Markdown cells.
 * @throws {Error} Naming the first that failed.
 */
export async function runByKernel(
  notebooks: readonly BookNotebook[],
  { folder, translations }: { readonly folder: string; readonly translations: Translations },
): Promise<BookNotebook[]> {
  const paths = notebooks.map(({ name }) => join(folder, `${name}.ipynb`));
  const environment = { REPORT_LANGUAGE: "ru" };
  const results = paths.length === 0 ? [] : await runNotebooks(paths, { environment });
  return results.map(({ path, document, failure }, at) => {
    if (failure || !document) {
      throw new Error(failure ? describeFailure(path, failure) : `Cannot run ${path}`);
    }
    const translated = translateNotebook(document, translations);
    return { ...notebooks[at], language: "ru", document: translated };
  });
}
