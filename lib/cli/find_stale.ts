import { basename, dirname, join } from "node:path";
import { defaultEdition, findEdition } from "../load/edition_folder.ts";
import { InputError } from "../errors/problem.ts";
import { type InputsOf, readInputs, type RunBasis } from "../notebook/staleness/notebook_inputs.ts";
import { type Staleness, staleness } from "../notebook/staleness/staleness.ts";
import { type GivenParameters, withParameters } from "../notebook/parameters.ts";
import { readIfNotebook } from "../notebook/notebook_document.ts";
import { readTranslations, type Translations } from "../prose/translations.ts";
import { jupyterFolder } from "./kernel/jupyter_folder.ts";
import { libraryFolder, projectFolder } from "./project.ts";
import { outputFolder, type RunOptions, runParameters } from "./reproduce_options.ts";

/** A notebook as it is asked for, with where its run goes. */
export interface AskedNotebook extends Staleness {
  /** The notebook that holds the outputs. */
  readonly target: string;
  /** What a run puts in the place of its parameters. */
  readonly parameters: GivenParameters;
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
 * @param options Edition, language, parameters, and where the outputs are.
 * @throws {InputError} With every parameter that a notebook cannot take.
 */
export async function findStale(
  paths: readonly string[],
  options: RunOptions,
): Promise<AskedNotebooks> {
  const { edition, language } = options;
  await findEdition(edition);
  const ofEdition = edition === defaultEdition() ? "" : basename(edition);
  const given = paths.map((path) => ({ path, parameters: runParameters(path, options) }));
  await expectParameters(given);
  const asked = given.map(({ path, parameters }) => ({
    ...{ path, parameters },
    target: join(outputFolder(dirname(path), options), basename(path)),
    translations: readTranslations(dirname(path), language),
    memory: join(jupyterFolder(), "runs", ofEdition, `${basename(path, ".ipynb")}.json`),
  }));
  const inputsOf = await readInputs(runBasis(options));
  const notebooks = await Promise.all(
    asked.map(async (one) => ({ ...one, ...await staleness({ ...one, inputsOf }) })),
  );
  return { notebooks, inputsOf };
}

async function expectParameters(
  asked: readonly Pick<AskedNotebook, "path" | "parameters">[],
): Promise<void> {
  const found = await Promise.all(asked.map(async ({ path, parameters }) => {
    if (Object.keys(parameters).length === 0) return [];
    const document = await readIfNotebook(path);
    try {
      if (document) withParameters(document, parameters, path);
      return [];
    } catch (error) {
      if (error instanceof InputError) return error.problems;
      throw error;
    }
  }));
  if (found.flat().length > 0) throw new InputError("Cannot set parameters", found.flat());
}

/** What notebooks are run on. */
function runBasis({ language }: RunOptions): RunBasis {
  return {
    project: projectFolder(),
    language,
    library: join(libraryFolder, "lib/mod.ts"),
    runner: ["lib/cli/collect_outputs.ts", "lib/cli/png_worker.ts", "lib/notebook/run_notebooks.ts"]
      .map((path) => join(libraryFolder, path)),
    config: join(libraryFolder, "deno.json"),
  };
}
