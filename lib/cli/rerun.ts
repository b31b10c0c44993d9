import { basename, join } from "node:path";
import type { CellFailure } from "../notebook/cell_failure.ts";
import { type ExportedFile, exportedFiles } from "../notebook/exported_files.ts";
import type { NotebookResult } from "../notebook/run_notebooks.ts";
import { serializeNotebook } from "../notebook/serialize_notebook.ts";
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

/** Where {@link rerun} takes from and puts to. */
export interface RerunOptions {
  /** The folder that gets the notebook, `figures/` and `tables/`. */
  readonly folder: string;
  readonly png: PngRenderer;
}

/**
 * Collects what a notebook that ran would write.
 *
 * @param result The notebook after its run.
 * @returns Its files, or why there are none.
 */
export async function rerun(
  { path, text, document, failure }: NotebookResult,
  { folder, png }: RerunOptions,
): Promise<Rerun> {
  if (failure || !document) return { path, ...(failure && { failure }), files: [] };
  const target = join(folder, basename(path));
  const isSame = await Deno.realPath(target).catch(() => undefined) === await Deno.realPath(path);
  const notebook = {
    path: target,
    content: serializeNotebook(document),
    ...(isSame && { replaces: text }),
  };
  try {
    const exported = exportedFiles(document);
    const wanted = (await Promise.all(exported.map((file) => written(file, { target, png }))))
      .flat();
    const stale = await staleFiles(target, new Set(wanted.map(({ path }) => path)));
    return { path, files: [notebook, ...wanted, ...stale] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const failure = { kind: "error" as const, name: "ExportError", message: error.message };
    return { path, failure, files: [] };
  }
}

/** The folder of a notebook's figures or tables. */
function exportFolder(notebook: string, kind: "figures" | "tables"): string {
  return join(notebook, "..", kind, basename(notebook, ".ipynb"));
}

async function written(
  { name, kind, text, cell }: ExportedFile,
  { target, png }: { readonly target: string; readonly png: PngRenderer },
): Promise<FileChange[]> {
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
