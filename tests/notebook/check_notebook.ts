import { fileURLToPath } from "node:url";
import { checkNotebooks } from "../../lib/notebook/check_notebooks.ts";
import type { NotebookDocument } from "../../lib/notebook/notebook_document.ts";
import type { NotebookProblem } from "../../lib/notebook/notebook_problem.ts";
import { type ScratchFolder, scratchFolder } from "../../lib/notebook/scratch_folder.ts";
import { serializeNotebook } from "../../lib/notebook/serialize_notebook.ts";

/** A folder of the project for notebooks, where `deno check` knows the library again. */
export function folderInProject(): Promise<ScratchFolder> {
  const parent = fileURLToPath(new URL("../../", import.meta.url));
  return scratchFolder("report-test", { parent });
}

/** Checks notebooks as some of the project, all at once. */
export async function checkNotebook(
  ...documents: readonly NotebookDocument[]
): Promise<NotebookProblem[]> {
  await using folder = await folderInProject();
  const paths = await Promise.all(documents.map(async (document, at) => {
    const path = `${folder.path}/cells${at}.ipynb`;
    await Deno.writeTextFile(path, serializeNotebook(document));
    return path;
  }));
  return await checkNotebooks(paths, { config: "deno.json" });
}
