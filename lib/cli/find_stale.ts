import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findEdition } from "../load/edition_folder.ts";
import { type InputsOf, readInputs, type RunBasis } from "../notebook/staleness/notebook_inputs.ts";
import { type Staleness, staleness } from "../notebook/staleness/staleness.ts";
import { readTranslations, type Translations } from "../prose/translations.ts";
import { projectFolder } from "./kernel/jupyter_folder.ts";
import { type RunOptions, targetOf } from "./reproduce_options.ts";

/** A notebook as it is asked for, with where its run goes. */
export interface AskedNotebook extends Staleness {
  /** The notebook that holds the outputs. */
  readonly target: string;
  /** The file in which this machine remembers what a run was made from. */
  readonly memory: string;
  /** What catalogues beside it say in the language of the run. */
  readonly translations: Translations;
}

/** Notebooks with what they would be run on. */
export interface AskedNotebooks {
  /** In the order asked. */
  readonly notebooks: readonly AskedNotebook[];
  /** The inputs of a notebook, as they were when it was asked. */
  readonly inputsOf: InputsOf;
}

/**
 * Asks which notebooks are stale.
 *
 * @param paths The notebooks.
 * @param options Edition, language, and where the outputs are.
 */
export async function findStale(
  paths: readonly string[],
  options: RunOptions,
): Promise<AskedNotebooks> {
  const asked = paths.map((path) => ({
    path,
    target: targetOf(path, options),
    translations: readTranslations(dirname(path), options.language),
    memory: join(projectFolder(), "runs", `${basename(path, ".ipynb")}.json`),
  }));
  const inputsOf = await readInputs(await runBasis(options));
  const notebooks = await Promise.all(
    asked.map(async (one) => ({ ...one, ...await staleness({ ...one, inputsOf }) })),
  );
  return { notebooks, inputsOf };
}

/** What notebooks are run on. */
async function runBasis({ edition, language }: RunOptions): Promise<RunBasis> {
  return {
    edition: await findEdition(edition),
    language,
    library: inProject("lib/mod.ts"),
    runner: ["lib/cli/collect_outputs.ts", "lib/cli/png_worker.ts", "lib/notebook/run_notebooks.ts"]
      .map(inProject),
    config: inProject("deno.json"),
  };
}

function inProject(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
