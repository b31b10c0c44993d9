import { type Command, InvalidArgumentError, Option } from "commander";
import { basename, dirname, join, relative, resolve } from "node:path";
import { defaultEdition, editionFolder } from "../load/edition_folder.ts";
import { InputError } from "../errors/problem.ts";
import { UsageError } from "../errors/usage_error.ts";
import type { Language } from "../model/label.ts";
import { type GivenParameters, parametersOf } from "../notebook/parameters.ts";
import { type NotebookDocument, readIfNotebook } from "../notebook/notebook_document.ts";
import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { type CellRights, withCellRights } from "./cell_rights.ts";
import { command } from "./command.ts";
import { notebookFolder, notebookPaths } from "./notebook_paths.ts";
import { libraryFolder, projectFolder } from "./project.ts";

/** Which notebooks are run, on what, and where their outputs are. */
export interface RunOptions {
  readonly edition: string;
  readonly language: Language;
  readonly out?: string;
  readonly parameter: GivenParameters;
}

/** What `reproduce` is asked for. */
export interface ReproduceOptions extends RunOptions, CellRights {
  readonly jobs: number;
  /** In seconds. */
  readonly deadline: number;
  readonly json?: true;
  readonly check?: true;
  readonly stale?: true;
  readonly csv?: "excel";
}

/** The command line of `reproduce`, to which its action is added. */
export function reproduceCommand() {
  return withCellRights(runCommandLine(
    "reproduce",
    "Run the notebooks, write what they show, say what differs from before, and judge the claims.",
  ))
    .option("--stale", "run only notebooks whose outputs no longer follow from their inputs")
    .option("--check", "write nothing, and fail if anything would change")
    .addOption(
      new Option("--csv <program>", "write each table also as a copy for that program")
        .choices(["excel"]),
    )
    .option("--jobs <number>", "kernels at a time", wholeNumber, navigator.hardwareConcurrency)
    .option("--deadline <seconds>", "how long a cell may run", positive, 120)
    .option("--json", "print results as JSON and nothing else");
}

/** A command line that says which notebooks, on which edition, in which language and in which folder. */
export function runCommandLine(name: string, description: string): Command {
  return command(name, description)
    .argument("[notebooks...]", "notebooks by name or path; all of notebooks/ if none is named")
    .addOption(parameterOption())
    .option("--out <folder>", "folder of what runs give: notebooks, figures and tables");
}

/** The option by which a parameter of notebooks gets another value, each time one more. */
export function parameterOption(): Option {
  const description = "value of a parameter of the notebooks, for this run";
  return new Option("-p, --parameter <name value>", description)
    .argParser((text, given: GivenParameters = {}) => {
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
      if (name === undefined) {
        throw new InvalidArgumentError(words[chosenLanguage()].commandLine.parameter);
      }
      if (Object.hasOwn(given, name)) {
        throw new InvalidArgumentError(words[chosenLanguage()].commandLine.once(name));
      }
      return { ...given, [name]: value };
    });
}

/**
 * The options of a run as the command line has them, where `-p edition ID` is another way to write `--edition ID`.
 *
 * @throws {UsageError} If the two name different editions.
 */
export function runOptions<Given extends { readonly edition: string }>(
  given: Given & { readonly parameter?: GivenParameters },
): Given & Pick<RunOptions, "parameter"> {
  const { edition, parameter = {} } = given, { edition: named = edition } = parameter;
  if (edition === defaultEdition() || named === edition) {
    return { ...given, parameter, edition: named };
  }
  throw new UsageError(`Cannot choose an edition: expected one, found "${edition}" and "${named}"`);
}

/**
 * The notebooks of a run: those that are named, else all; and if another edition is asked for, of all those that take one as a
 * parameter.
 */
export async function notebooksOf(
  named: readonly string[],
  { edition }: Pick<RunOptions, "edition">,
): Promise<readonly string[]> {
  const paths = await notebookPaths(named);
  if (named.length > 0 || edition === defaultEdition()) return paths;
  const documents = await Promise.all(paths.map(readIfNotebook));
  const takes = (document: NotebookDocument | undefined) =>
    document && parametersOf(document).parameters.some(({ name }) => name === "edition");
  return paths.filter((_, at) => takes(documents[at]));
}

/** What a run puts in the place of a notebook's parameters; the path of an edition leads from the notebook's folder. */
export function runParameters(
  path: string,
  { edition, parameter }: Pick<RunOptions, "edition" | "parameter">,
): GivenParameters {
  const isAsked = edition !== defaultEdition() || parameter.edition !== undefined;
  return isAsked ? { ...parameter, edition: fromNotebook(edition, dirname(path)) } : parameter;
}

function fromNotebook(edition: string, folder: string): string {
  const from = editionFolder(edition), id = basename(from);
  if (resolve(editionFolder(id)) === resolve(from)) return id;
  const below = relative(folder, from).replaceAll("\\", "/");
  return below.startsWith(".") ? below : `./${below}`;
}

/**
 * The folder that gets the outputs of a run: that of the notebook, below it `editions/ID` for another edition, or the one that is
 * named.
 *
 * @param folder The folder of the notebook.
 * @throws {InputError} If another language, or other parameters, would be put over what it holds.
 */
export function outputFolder(
  folder: string,
  { edition, language, out, parameter }: RunOptions,
): string {
  if (out !== undefined && resolve(out) !== resolve(folder)) return out;
  const others = Object.keys(parameter).filter((name) => name !== "edition");
  if (others.length > 0 || language !== "en") {
    const message = `it holds runs in English with parameters as they stand, and this one has ${
      [...others, ...language === "en" ? [] : ["another language"]].join(", ")
    }; name a folder for it, such as --out out`;
    throw new InputError("Cannot write", [{ path: folder, message }]);
  }
  if (edition === defaultEdition()) return folder;
  return join(folder, "editions", basename(editionFolder(edition)));
}

/** Whether a run gives what this project's pages tell of: its own edition, in English, in its place. */
export function isCommitted(options: RunOptions): boolean {
  const { edition, language, out = notebookFolder(), parameter } = options;
  const isInPlace = resolve(out) === resolve(notebookFolder());
  const isAsItStands = Object.keys(parameter).every((name) => name === "edition");
  const isOwn = projectFolder() === libraryFolder;
  return isOwn && isInPlace && isAsItStands && edition === defaultEdition() && language === "en";
}

/** Reads a count from a command line. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError(words[chosenLanguage()].commandLine.wholeNumber);
}

function positive(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError(words[chosenLanguage()].commandLine.number);
}
