import { type Command, Option } from "commander";
import { basename, dirname, join, relative, resolve } from "node:path";
import { InputError } from "../errors/problem.ts";
import { UsageError } from "../errors/usage_error.ts";
import { defaultEdition, editionFolder } from "../load/edition_folder.ts";
import type { Language } from "../model/label.ts";
import { readIfNotebook } from "../notebook/notebook_document.ts";
import { type GivenParameters, parametersOf } from "../notebook/parameters.ts";
import type { Right } from "../notebook/preamble.ts";
import { capitalise } from "../words/language.ts";
import { notebookPaths } from "./notebook_paths.ts";

/** Which notebooks are run, on what, and where their outputs are. */
export interface RunOptions {
  readonly edition: string;
  readonly language: Language;
  readonly out?: string;
  readonly parameter: GivenParameters;
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
  return paths.filter((_, at) => {
    const { parameters = [] } = documents[at] ? parametersOf(documents[at]) : {};
    return parameters.some(({ name }) => name === "edition");
  });
}

/** What a run puts in the place of a notebook's parameters; the path of an edition leads from the notebook's folder. */
export function runParameters(
  path: string,
  { edition, parameter }: Pick<RunOptions, "edition" | "parameter">,
): GivenParameters {
  if (edition === defaultEdition() && parameter.edition === undefined) return parameter;
  const from = editionFolder(edition), id = basename(from);
  const isOwn = resolve(editionFolder(id)) === resolve(from);
  const below = relative(dirname(path), from).replaceAll("\\", "/");
  return { ...parameter, edition: isOwn ? id : below.startsWith(".") ? below : `./${below}` };
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
  const others = Object.keys(parameter).filter((name) => name !== "edition")
    .concat(language === "en" ? [] : "another language");
  if (others.length > 0) {
    const held = "it holds runs in English with parameters as they stand, and this one has";
    refuse(folder, `${held} ${others.join(", ")}; name a folder for it, such as --out out`);
  }
  if (edition === defaultEdition()) return folder;
  return join(folder, "editions", basename(editionFolder(edition)));
}

/** What a cell can be let do besides reading, and how `--help` says it. */
const rights = {
  net: "let cells connect to other machines",
  write: "let cells write files",
  run: "let cells start programs",
  import: "let cells import code from the web",
  sys: "let cells ask about this machine",
  ffi: "let cells call native libraries",
  all: "let cells do all that you may",
} as const satisfies Record<Right | "all", string>;

/** What the cells of a run may do, as `--allow-net` and its like. */
export type CellRights = { readonly [right in `allow${Capitalize<keyof typeof rights>}`]?: true };

/**
 * Adds the options that give rights to cells: without them, they read and nothing else.
 *
 * @param program The command that runs cells.
 */
export function withCellRights(program: Command): Command {
  for (const [right, description] of Object.entries(rights)) {
    const flag = `${right === "all" ? "-A, " : ""}--allow-${right}`;
    program.addOption(new Option(flag, description).helpGroup("Rights of cells:"));
  }
  return program;
}

/** What cells may not do. */
export function deniedRights(allowed: CellRights): Right[] {
  const { all: _, ...each } = rights;
  return (Object.keys(each) as Right[])
    .filter((right) =>
      !allowed.allowAll && !allowed[`allow${capitalise(right)}` as keyof CellRights]
    );
}

/**
 * Tells before a run what would keep it from writing its results afterwards.
 *
 * @param folder The folder that gets notebooks, figures and tables; it need not exist.
 * @throws {InputError} Naming the first thing in the way.
 */
export async function checkBeforeRun(folder: string): Promise<void> {
  if (folder.trim() === "") refuse("--out", `expected a folder, found "${folder}"`);
  const path = resolve(folder);
  const { state } = await Deno.permissions.query({ name: "write", path });
  const places = "below the project and the folder for temporary files";
  const message =
    `the task may write ${places} only; choose a folder there, and copy it afterwards`;
  if (state !== "granted") refuse(folder, message);
  for (let place = path; dirname(place) !== place; place = dirname(place)) {
    const found = await Deno.stat(place).catch(() => undefined);
    if (found?.isDirectory) break;
    if (found) refuse(folder, `expected a folder, found a file "${place}"`);
  }
}

function refuse(path: string, message: string): never {
  throw new InputError("Cannot write", [{ path, message }]);
}
