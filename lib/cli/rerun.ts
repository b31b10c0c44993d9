import { basename, join, relative } from "node:path";
import type { CellFailure } from "../notebook/cell_failure.ts";
import { type ExportedFile, exportedFiles } from "../notebook/exported_files.ts";
import type { NotebookResult } from "../notebook/run_notebooks.ts";
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
}

interface WrittenFile extends FileChange {
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Where {@link rerun} takes from and puts to. */
export interface RerunOptions {
  /** The folder that gets the notebook, `figures/` and `tables/`. */
  readonly folder: string;
  readonly png: PngRenderer;
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
  { folder, png, inputsOf }: RerunOptions,
): Promise<Rerun> {
  if (failure || !document) return { path, ...(failure && { failure }), files: [] };
  const target = join(folder, basename(path));
  const [from, to] = await Promise.all([path, target].map(realPath));
  const isSame = from === to;
  try {
    const exported = exportedFiles(document);
    const wanted = (await Promise.all(exported.map((file) => written(file, { target, png }))))
      .flat();
    const stale = await staleFiles(target, new Set(wanted.map(({ path }) => path)));
    const recorded = withRunRecord(document, {
      inputs: await inputsOf(document),
      outputs: outputsFingerprint(document),
      files: Object.fromEntries(wanted.map((file) => printOf(file, folder))),
    });
    const notebook = {
      path: target,
      content: serializeNotebook(recorded),
      ...(isSame && { replaces: text }),
    };
    await expectFiles([notebook, ...wanted]);
    return { path, files: [notebook, ...wanted, ...stale] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const failure = { kind: "error" as const, name: "ExportError", message: error.message };
    return { path, failure, files: [] };
  }
}

/**
 * A notebook after its run, unless somebody removed or saved it meanwhile: then it fails, and what they saved stays.
 *
 * @param rerun The notebook after its run.
 */
export async function unlessReplaced(rerun: Rerun): Promise<Rerun> {
  const { path, files } = rerun;
  const notebook = files.find(({ replaces }) => replaces !== undefined);
  if (!notebook || await readIfThere(notebook.path) === notebook.replaces) return rerun;
  const message = "somebody removed or saved it while it ran; run it again";
  return { path, failure: { kind: "replaced", name: "NotebookReplaced", message }, files: [] };
}

async function realPath(path: string): Promise<string | undefined> {
  return await Deno.realPath(path).catch(() => undefined);
}

async function readIfThere(path: string): Promise<string | undefined> {
  return await Deno.readTextFile(path).catch(() => undefined);
}

/** Throws naming what stands where files are to be written and is none. */
async function expectFiles(files: readonly FileChange[]): Promise<void> {
  const others = await Promise.all(files.map(async ({ path }) => {
    const found = await Deno.stat(path).catch(() => undefined);
    return found && !found.isFile ? `"${path}"` : [];
  }));
  const named = others.flat();
  if (named.length === 0) return;
  throw new Error(`expected files to write to, found folders or devices: ${named.join(", ")}`);
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
