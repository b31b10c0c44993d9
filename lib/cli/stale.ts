import { basename, dirname, join } from "node:path";
import { InputError } from "../errors/problem.ts";
import { defaultEdition, findEdition } from "../load/edition_folder.ts";
import { type GivenParameters, withParameters } from "../notebook/parameters.ts";
import { readInputs } from "../notebook/staleness/notebook_inputs.ts";
import {
  explainStaleness,
  type InputsOf,
  type Staleness,
} from "../notebook/staleness/staleness.ts";
import { readTranslations, type Translations } from "../prose/translations.ts";
import { chosenWords } from "../words/words.ts";
import { jsonOption, print, runCommand } from "./command.ts";
import { jupyterFolder, libraryFolder, projectFolder } from "./project.ts";
import {
  notebooksOf,
  outputFolder,
  runCommandLine,
  type RunOptions,
  runOptions,
  runParameters,
} from "./reproduce_options.ts";
import { readIfNotebook } from "../notebook/notebook_document.ts";

interface Options extends RunOptions {
  readonly explain?: true;
  readonly json?: true;
}

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
  const translations = new Map(
    [...new Set(paths.map((path) => dirname(path)))]
      .map((folder) => [folder, readTranslations(folder, language)]),
  );
  const asked = given.map(({ path, parameters }) => ({
    ...{ path, parameters },
    target: join(outputFolder(dirname(path), options), basename(path)),
    translations: translations.get(dirname(path))!,
    memory: join(jupyterFolder(), "runs", ofEdition, `${basename(path, ".ipynb")}.json`),
  }));
  // Deno tells what the library imports while notebooks are read.
  const reading = readInputs({
    ...{ project: projectFolder(), language, config: join(libraryFolder, "deno.json") },
    library: join(libraryFolder, "lib/mod.ts"),
    runner: ["lib/cli/collect_outputs.ts", "lib/cli/png_worker.ts", "lib/notebook/run_notebooks.ts"]
      .map((path) => join(libraryFolder, path)),
  });
  reading.catch(() => {});
  const inputsOf: InputsOf = async (...notebook) => await (await reading)(...notebook);
  const notebooks = await Promise.all(
    asked.map(async (one) => ({ ...one, ...await explainStaleness({ ...one, inputsOf }) })),
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

const program = runCommandLine(
  "stale",
  "Name the notebooks whose outputs no longer follow from their inputs.",
)
  .option("--explain", "say which input moved: a cell, a file of the library, a dataset, …")
  .option(...jsonOption)
  .action(async (named: string[], { explain, json, ...given }: Options) => {
    const options = runOptions(given);
    const paths = await notebooksOf(named, options);
    const asked = await findStale(paths, options);
    const notebooks = asked.notebooks.map(({ path, reasons }) => ({ path, reasons }));
    const stale = notebooks.filter(({ reasons }) => reasons.length > 0);
    // What no notebook has moved on is as it was when they ran: then it could be read.
    if (stale.length > 0) {
      await (await import("../load/load_report.ts")).loadReport(options.edition);
    }
    if (json) print({ notebooks });
    else {
      for (const { path, reasons } of stale) {
        console.log(path);
        if (explain) { for (const reason of reasons) console.log(`  ${reason}`); }
      }
      console.error(chosenWords().commands.stale(stale.length, notebooks.length));
    }
    if (stale.length > 0) Deno.exitCode = 1;
  });

if (import.meta.main) await runCommand(program);
