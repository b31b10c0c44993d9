import { basename, join, relative } from "node:path";
import type { CellFailure } from "../notebook/cell_failure.ts";
import { type ExportedFile, exportedFiles } from "../notebook/exported_files.ts";
import type { NotebookResult } from "../notebook/run_notebooks.ts";
import type { Language } from "../model/label.ts";
import { ownLanguage, translatedNotebook } from "../notebook/translated_notebook.ts";
import { cataloguePath } from "../notebook/translation_findings.ts";
import type { Translations } from "../prose/translations.ts";
import type { NotebookDocument } from "../notebook/notebook_document.ts";
import { serializeNotebook } from "../notebook/serialize_notebook.ts";
import { fingerprint } from "../notebook/staleness/fingerprint.ts";
import { outputsFingerprint } from "../notebook/staleness/outputs_fingerprint.ts";
import { type NotebookInputs, withRunRecord } from "../notebook/staleness/run_record.ts";
import type { PngRenderer } from "./png_renderer.ts";
import { exportsIn } from "./stray_files.ts";
import type { FileChange } from "./write_together.ts";

/** One notebook after its run, with all that it would write. */
export interface Rerun {
  readonly path: string;
  readonly failure?: CellFailure;
  /** The notebook itself, its figures and its tables; stale ones go away. Empty if it failed. */
  readonly files: readonly FileChange[];
  /** Whether the notebook is written in another language than that of the run, and has no catalogue. */
  readonly isUntranslated?: boolean;
}

interface WrittenFile extends FileChange {
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Where {@link rerun} takes from and puts to. */
export interface RerunOptions {
  /** The folder that gets the notebook, `figures/` and `tables/`. */
  readonly folder: string;
  readonly png: PngRenderer;
  /** Language of the run. */
  readonly language: Language;
  /** What catalogues say in that language. */
  readonly translations: Translations;
  /** What the notebook was run on. */
  readonly inputsOf: (document: NotebookDocument) => Promise<NotebookInputs>;
}

/**
 * Collects what a notebook that ran would write.
 *
 * @param result The notebook after its run.
 * @returns Its files, or why there are none.
 */
export async function rerun(
  { path, text, document, failure }: NotebookResult,
  { folder, png, language, translations, inputsOf }: RerunOptions,
): Promise<Rerun> {
  if (failure || !document) return { path, ...(failure && { failure }), files: [] };
  const target = join(folder, basename(path));
  const isSame = await Deno.realPath(target).catch(() => undefined) === await Deno.realPath(path);
  try {
    const exported = exportedFiles(document);
    const wanted = (await Promise.all(exported.map((file) => written(file, { target, png }))))
      .flat();
    const stale = await staleFiles(target, new Set(wanted.map(({ path }) => path)));
    const recorded = withRunRecord(translatedNotebook(document, translations), {
      inputs: await inputsOf(document),
      outputs: outputsFingerprint(document),
      files: Object.fromEntries(wanted.map((file) => printOf(file, folder))),
    });
    const notebook = {
      path: target,
      content: serializeNotebook(recorded),
      ...(isSame && { replaces: text }),
    };
    const isUntranslated = (ownLanguage(document) ?? language) !== language &&
      !await isThere(cataloguePath(path, language));
    return { path, files: [notebook, ...wanted, ...stale], isUntranslated };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const failure = { kind: "error" as const, name: "ExportError", message: error.message };
    return { path, failure, files: [] };
  }
}

async function isThere(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

/** A written file as the record of a run keeps it: path from the notebook's folder, and fingerprint. */
function printOf({ path, content }: WrittenFile, folder: string): [string, string] {
  return [relative(folder, path).replaceAll("\\", "/"), fingerprint(content)];
}

/** The folder of a notebook's figures or tables. */
function exportFolder(notebook: string, kind: "figures" | "tables"): string {
  return join(notebook, "..", kind, basename(notebook, ".ipynb"));
}

async function written(
  { name, kind, text, cell }: ExportedFile,
  { target, png }: { readonly target: string; readonly png: PngRenderer },
): Promise<WrittenFile[]> {
  const content = text.endsWith("\n") ? text : `${text}\n`;
  if (kind === "table") {
    return [{ path: join(exportFolder(target, "tables"), `${name}.csv`), content }];
  }
  const stem = join(exportFolder(target, "figures"), name);
  const picture = await png.render(text).catch((error) => {
    throw new Error(`[cell "${cell}"]: cannot draw "${name}" as PNG: ${error.message}`);
  });
  return [{ path: `${stem}.svg`, content }, { path: `${stem}.png`, content: picture }];
}

async function staleFiles(target: string, wanted: ReadonlySet<string>): Promise<FileChange[]> {
  const folders = [exportFolder(target, "figures"), exportFolder(target, "tables")];
  const files = (await Promise.all(folders.map(exportsIn))).flat();
  return files.filter((path) => !wanted.has(path)).map((path) => ({ path, content: undefined }));
}
