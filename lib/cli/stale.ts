import { basename, dirname, join } from "node:path";
import { InputError } from "../errors/problem.ts";
import { defaultEdition, findEdition } from "../load/edition_folder.ts";
import { withParameters } from "../notebook/parameters.ts";
import { readInputs } from "../notebook/staleness/notebook_inputs.ts";
import { explainStaleness, type InputsOf } from "../notebook/staleness/staleness.ts";
import { readTranslations, type Translations } from "../prose/translations.ts";
import { chosenWords } from "../words/words.ts";
import { command, print, runCommand } from "./command.ts";
import { jupyterFolder, libraryFolder, projectFolder } from "./project.ts";
import {
  notebooksOf,
  outputFolder,
  type RunOptions,
  runOptions,
  runParameters,
} from "./reproduce_options.ts";
import { readIfNotebook } from "../notebook/notebook_document.ts";

/** Notebooks with what they would be run on. */
export type AskedNotebooks = Awaited<ReturnType<typeof findStale>>;

/**
 * Asks which notebooks are stale.
 *
 * @param paths The notebooks.
 * @param options Edition, language, parameters, and where the outputs are.
 * @returns The notebooks in the order asked, and what gives the inputs of one as they were when it was asked.
 * @throws {InputError} With every parameter that a notebook cannot take.
 */
export async function findStale(paths: readonly string[], options: RunOptions) {
  const { edition, language } = options;
  await findEdition(edition);
  const ofEdition = edition === defaultEdition() ? "" : basename(edition);
  const translations = new Map<string, Translations>();
  const given = paths.map((path) => ({ path, parameters: runParameters(path, options) }));
  const refused = await Promise.all(given.map(async ({ path, parameters }) => {
    const document = Object.keys(parameters).length > 0 && await readIfNotebook(path);
    try {
      if (document) withParameters(document, parameters, path);
    } catch (error) {
      if (error instanceof InputError) return error.problems;
      throw error;
    }
  }));
  const problems = refused.flatMap((one) => one ?? []);
  if (problems.length > 0) throw new InputError("Cannot set parameters", problems);
  const asked = given.map(({ path, parameters }) => ({
    path,
    /** What a run puts in the place of its parameters. */
    parameters,
    /** The notebook that holds the outputs. */
    target: join(outputFolder(dirname(path), options), basename(path)),
    /** What catalogues beside it say in the language of the run. */
    translations: translations.getOrInsertComputed(
      dirname(path),
      (folder) => readTranslations(folder, language),
    ),
    /** The file in which this machine remembers what a run was made from. */
    memory: join(jupyterFolder(), "runs", ofEdition, `${basename(path, ".ipynb")}.json`),
  }));
  // Deno tells what the library imports while notebooks are read.
  const reading = readInputs({
    project: projectFolder(),
    language,
    config: join(libraryFolder, "deno.json"),
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

const program = command("stale", ["edition", "json", "language", "notebooks", "parameter"])
  .option("--out <folder>", "folder of what runs give: notebooks, figures and tables")
  .option("--explain", "say which input moved: a cell, a file of the library, a dataset, …")
  .action(async (named: string[], given: RunOptions & { explain?: true; json?: true }) => {
    const { explain, json, ...options } = runOptions(given);
    const asked = await findStale(await notebooksOf(named, options), options);
    const notebooks = asked.notebooks.map(({ path, reasons }) => ({ path, reasons }));
    const stale = notebooks.filter(({ reasons }) => reasons.length > 0);
    // What no notebook has moved on is as it was when they ran: then it could be read.
    if (stale.length > 0) {
      await (await import("../load/load_report.ts")).loadReport(options.edition);
    }
    if (json) print({ notebooks });
    else {
      for (const { path, reasons } of stale) {
        console.log([path, ...(explain ? reasons : [])].join("\n  "));
      }
      console.error(chosenWords().commands.stale(stale.length, notebooks.length));
    }
    if (stale.length > 0) Deno.exitCode = 1;
  });

if (import.meta.main) await runCommand(program);
