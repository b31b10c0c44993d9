import { fileURLToPath } from "node:url";
import { findEdition } from "../load/edition_folder.ts";
import type { RunBasis } from "../notebook/staleness/notebook_inputs.ts";
import { notebookFolder, type ReproduceOptions } from "./reproduce_options.ts";

/** What `reproduce` runs notebooks on, for telling which of them are stale. */
export async function runBasis(
  { edition, language }: Pick<ReproduceOptions, "edition" | "language">,
): Promise<RunBasis> {
  return {
    edition: await findEdition(edition),
    language,
    notebooks: notebookFolder(),
    library: inProject("lib/mod.ts"),
    runner: ["lib/cli/rerun.ts", "lib/cli/png_worker.ts", "lib/notebook/run_notebooks.ts"]
      .map(inProject),
    config: inProject("deno.json"),
  };
}

function inProject(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
