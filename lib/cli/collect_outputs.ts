import { basename, dirname, join } from "node:path";
import type { Language } from "../model/label.ts";
import type { CellFailure } from "../notebook/explain_error.ts";
import { type ExportedFile, exportPaths, listExports } from "../notebook/list_exports.ts";
import { ownLanguage, translateNotebook } from "../notebook/notebook_sentences.ts";
import type { NotebookResult } from "../notebook/run_notebooks.ts";
import { serializeNotebook } from "../notebook/serialize_notebook.ts";
import {
  fingerprint,
  fingerprintOutputs,
  type Fingerprints,
  recordRun,
  type RunParts,
  withRunRecord,
} from "../notebook/staleness/staleness.ts";
import { excelCsv } from "../tables/table_csv.ts";
import type { PngRenderer } from "./png_renderer.ts";
import { exportedFiles } from "./run_changes.ts";
import type { AskedNotebooks } from "./stale.ts";
import type { FileChange } from "./write_together.ts";
import { ifThere } from "../input/read_file.ts";
import { cataloguePath } from "../prose/translations.ts";

/** One notebook after its run, with all that it would write. */
export interface RunOutputs {
  readonly path: string;
  readonly failure?: CellFailure;
  /** The notebook itself, its figures and its tables; stale ones go away. Empty if it failed. */
  readonly files: readonly FileChange[];
  /** What this machine is to remember of the run; `undefined` if it failed. */
  readonly memory?: FileChange;
  /** Whether the notebook is written in another language than that of the run, and has no catalogue. */
  readonly isUntranslated?: boolean;
}

/** What a run says of all its notebooks. */
export interface CollectOptions extends Pick<AskedNotebooks, "inputsOf"> {
  readonly png: PngRenderer;
  /** The program for which tables are copied, in the language of the run. */
  readonly csv?: "excel";
  /** Language of the run. */
  readonly language: Language;
}

/**
 * Collects what a notebook that ran would write.
 *
 * @param result The notebook after its run.
 * @param asked Where it goes.
 * @returns Its files, or why there are none.
 */
export async function collectOutputs(
  { path, text, document, failure, opened = [] }: NotebookResult,
  { target, memory, translations }: AskedNotebooks["notebooks"][number],
  { png, csv, inputsOf, language }: CollectOptions,
): Promise<RunOutputs> {
  if (failure || !document) return { path, failure, files: [] };
  const folder = dirname(target), own = basename(target, ".ipynb");
  try {
    const drawn = await Promise.all(listExports(document).map((one) => drawFile(one, target, png)));
    const given = drawn.flat().toSorted((a, b) => a.path < b.path ? -1 : 1);
    const inputs = await inputsOf(document, { path, editions: opened });
    const { cells, data, library } = inputs;
    const prints = given.map(({ path, content }) => [path, fingerprint(content)]);
    const files: Fingerprints = Object.fromEntries(prints);
    const record = recordRun(inputs, { outputs: fingerprintOutputs(document), files });
    const content = serializeNotebook(
      withRunRecord(translateNotebook(document, translations), record),
    );
    const copies = given.flatMap(({ path, content }) =>
      csv && typeof content === "string" && path.endsWith(".csv")
        ? [{ path: path.replace(/csv$/, "excel.csv"), content: excelCsv(content, language) }]
        : []
    );
    const [from, to] = await Promise.all(
      [path, target].map((one) => Deno.realPath(one).catch(() => undefined)),
    );
    const changes: FileChange[] = [
      { path: target, content, ...(from === to && { replaces: text }) },
      ...[...given, ...copies].map((file) => ({ ...file, path: join(folder, file.path) })),
    ];
    await expectFiles(changes);
    const left = (await exportedFiles(folder, (name) => name === own))
      .filter((path) => !changes.some((one) => one.path === path));
    const remembered: RunParts = { cells, data, library, files, notebook: fingerprint(content) };
    return {
      path,
      files: [...changes, ...left.map((path) => ({ path, content: undefined }))],
      isUntranslated: (ownLanguage(document) ?? language) !== language &&
        !await ifThere(Deno.stat(cataloguePath(path, language))),
      memory: { path: memory, content: JSON.stringify(remembered) },
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const failure = { kind: "error" as const, name: "ExportError", message: error.message };
    return { path, failure, files: [] };
  }
}

/**
 * A notebook after its run, unless somebody removed or saved it meanwhile: then it fails, and what they saved stays.
 *
 * @param run The notebook after its run.
 */
export async function failIfReplaced(run: RunOutputs): Promise<RunOutputs> {
  const { path, files } = run;
  const notebook = files.find(({ replaces }) => replaces !== undefined);
  const found = notebook && await Deno.readTextFile(notebook.path).catch(() => undefined);
  if (found === notebook?.replaces) return run;
  const message = "somebody removed or saved it while it ran; run it again";
  return { path, failure: { kind: "replaced", name: "NotebookReplaced", message }, files: [] };
}

/** Throws naming what stands where files are to be written and is none. */
async function expectFiles(files: readonly FileChange[]): Promise<void> {
  const found = await Promise.all(files.map(({ path }) => Deno.stat(path).catch(() => undefined)));
  const others = files.filter((_, at) => found[at]?.isFile === false).map(({ path }) =>
    `"${path}"`
  );
  if (others.length === 0) return;
  throw new Error(`expected files to write to, found folders or devices: ${others.join(", ")}`);
}

/** A figure as SVG and PNG, or a table as CSV; paths are relative to the folder of the notebook. */
async function drawFile(file: ExportedFile, target: string, png: PngRenderer) {
  const content = file.text.endsWith("\n") ? file.text : `${file.text}\n`;
  const [path, picture] = exportPaths(file, target);
  if (picture === undefined) return [{ path, content }];
  const drawn = await png.render(file.text).catch((error) => {
    throw new Error(`[cell "${file.cell}"]: cannot draw its figure as PNG: ${error.message}`);
  });
  return [{ path, content }, { path: picture, content: drawn }];
}
