import { basename, dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inReadingOrder } from "../errors/problem.ts";
import { ifThere } from "../input/if_there.ts";
import { codeProblems, type ProjectPackages } from "./code_problems.ts";
import { type DenoOptions, lintErrors, typeErrors } from "./deno_problems.ts";
import { documentProblems } from "./document_problems.ts";
import { moduleOfCells } from "./module_of_cells.ts";
import { type NotebookProblem, type ProblemInCell, severityOf } from "./notebook_problem.ts";
import { notebookSentences } from "./notebook_sentences.ts";
import { parametersOf } from "./parameters.ts";
import { readCells } from "./parse_cell.ts";
import { MalformedNotebook, readNotebook } from "./parse_notebook.ts";
import { placeProblem, type ReadNotebook, type WrittenModule } from "./place_problem.ts";
import { scratchFolder } from "./scratch_folder.ts";
import { sharedNames } from "./shared_names.ts";
import { checkTranslations } from "./translation_problems.ts";

/**
 * Checks notebooks like code: types and lint of their cells, those of each in order as one module; names,
 * imports and promises where the kernel differs from a module; and what the files hold besides code.
 *
 * @param paths The notebooks, all of one folder; relative imports that begin with `../` resolve.
 * @returns Every problem, by notebook and place, and last those in files that notebooks import.
 * @throws The reason of `signal`, if that is aborted.
 */
export async function checkNotebooks(
  paths: readonly string[],
  options: DenoOptions,
): Promise<NotebookProblem[]> {
  const root = dirname(resolve(options.config));
  const [config, lock] = await Promise.all([
    importsOf(options.config),
    ifThere(Deno.readTextFile(join(root, "deno.lock"))),
  ]);
  const notebooks = await Promise.all(
    [...new Set(paths)].map((path) => read(path, { config, lock })),
  );
  const found = await ofDeno(notebooks.filter(({ cells }) => cells.length > 0), options);
  const named = found.map((problem) => ({
    ...problem,
    path: notebooks.some(({ path }) => path === problem.path)
      ? problem.path
      : relative(root, problem.path),
    message: problem.message.replaceAll(`${pathToFileURL(root)}/`, ""),
  }));
  const ofNotebooks = notebooks.flatMap(({ path, problems }) => [
    ...problems,
    ...named.filter((problem) => problem.path === path),
  ]);
  const elsewhere = named.filter((one) => notebooks.every(({ path }) => path !== one.path));
  return inReadingOrder([...ofNotebooks, ...elsewhere]);
}

/** The file that gives names to what is imported: `deno.json`, or the import map that it leads to. */
async function importsOf(config: string): Promise<string | undefined> {
  const text = await ifThere(Deno.readTextFile(config));
  const map: unknown = text === undefined ? undefined : JSON.parse(text).importMap;
  return typeof map === "string" ? await importsOf(join(dirname(config), map)) : text;
}

async function read(path: string, packages: ProjectPackages): Promise<ReadNotebook> {
  try {
    const { text, document } = await readNotebook(path);
    const { cells, broken } = readCells(document);
    const names = sharedNames(cells);
    const found: ProblemInCell[] = [
      ...documentProblems(text, document),
      ...broken,
      ...names.problems,
      ...parametersOf(document).problems,
      ...cells.flatMap((cell) => codeProblems(cell, packages)),
      ...await checkTranslations(path, notebookSentences(document)),
    ];
    const cannotRun = broken.length > 0 || found.some(({ code }) => code === "unlocked-import");
    return {
      path,
      cells: cannotRun ? [] : cells,
      redeclaring: names.redeclaring,
      problems: found.map((one) => ({ path, severity: severityOf(one.code), ...one })),
    };
  } catch (error) {
    if (!(error instanceof MalformedNotebook)) throw error;
    const problems = error.problems.map((one) => ({
      ...{ ...one, code: "malformed", severity: "error" as const },
    }));
    return { path, cells: [], problems };
  }
}

/** What `deno check` and `deno lint` find in notebooks; paths of other files are absolute. */
async function ofDeno(
  notebooks: readonly ReadNotebook[],
  options: DenoOptions,
): Promise<NotebookProblem[]> {
  const [first] = notebooks;
  if (!first) return [];
  const root = dirname(resolve(options.config));
  await using folder = await scratchFolder(".check", { parent: besideFolderOf(first.path, root) });
  // The linter follows no import, and would leave out what lies in `notebooks/`.
  await using atRoot = await scratchFolder(".check", { parent: root });
  const write = async (folder: string, ending: string, refusePromises: boolean) =>
    await Promise.all(notebooks.map(async (notebook, index): Promise<WrittenModule> => {
      const { cells, redeclaring } = notebook;
      const module = moduleOfCells(cells, { redeclaring, refusePromises });
      const type = cells.some(({ hasJsx }) => hasJsx) ? "tsx" : "ts";
      const path = join(folder, `${plainName(notebook.path, index)}${ending}.${type}`);
      await Deno.writeTextFile(path, module.text);
      return { path, ...module, notebook };
    }));
  const [forTypes, forLint] = await Promise.all([
    write(folder.path, ".types", true),
    write(atRoot.path, ".lint", false),
  ]);
  const [types, lint] = await Promise.all([
    typeErrors(forTypes, options),
    lintErrors(forLint, options),
  ]);
  return [
    // Of an import by a name that deno.json lacks the problem of the code says more.
    ...types.filter(({ message }) => !/^Import ".*" not .* in import map/.test(message))
      .flatMap((found) => placeProblem(found, forTypes))
      .map((problem) => ({ ...problem, severity: "error" as const })),
    ...lint.flatMap((found) => placeProblem(found, forLint))
      .map((problem) => ({ ...problem, severity: "style" as const })),
  ];
}

/** The name of a notebook without characters of which Deno makes a pattern or an address. */
function plainName(path: string, index: number): string {
  const name = basename(path, ".ipynb");
  const plain = name.replaceAll(/[^\p{L}\p{N}_-]/gu, "_");
  return plain === name ? name : `${plain}_${index}`;
}

/** Beside the folder of a notebook, so that `../` leads where it leads from there; never outside of the project. */
function besideFolderOf(path: string, root: string): string {
  const folder = resolve(dirname(path));
  return folder === root ? folder : dirname(folder);
}
