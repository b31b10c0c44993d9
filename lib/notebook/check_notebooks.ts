import { basename, dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inReadingOrder } from "../errors/problem.ts";
import { codeProblems, type ProjectPackages, readPackages } from "./code_problems.ts";
import { type DenoOptions, type FoundByDeno, lintErrors, typeErrors } from "./deno_problems.ts";
import { documentProblems } from "./document_problems.ts";
import { type ModuleOfCells, moduleOfCells } from "./module_of_cells.ts";
import {
  type NotebookProblem,
  problemIn,
  type ProblemInCell,
  severityOf,
} from "./notebook_problem.ts";
import { notebookSentences } from "./notebook_sentences.ts";
import { parametersOf } from "./parameters.ts";
import { type CellCode, readCells } from "./parse_cell.ts";
import { MalformedNotebook, readNotebook } from "./notebook_document.ts";
import type { Translations } from "../prose/translations.ts";
import { scratchFolder } from "./scratch_folder.ts";
import { declaredNames, redeclarations } from "./redeclarations.ts";
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
  const config = resolve(options.config), root = dirname(config);
  const packages = await readPackages(config);
  const catalogues = new Map<string, Translations>();
  const notebooks = await Promise.all(
    [...new Set(paths)].map((path) => read(path, { ...packages, catalogues })),
  );
  const found = await ofDeno(notebooks.filter(({ cells }) => cells.length > 0), options);
  const named = found.map((problem) => ({
    ...problem,
    path: paths.includes(problem.path) ? problem.path : relative(root, problem.path),
    message: problem.message.replaceAll(`${pathToFileURL(root)}/`, ""),
  }));
  return inReadingOrder([...notebooks.flatMap(({ problems }) => problems), ...named], paths);
}

/** A notebook as it was read, with what could be found without `deno`. */
interface ReadNotebook {
  readonly path: string;
  /** Its cells; none if one of them cannot be parsed or imports what is not locked, for then the others cannot be judged. */
  readonly cells: readonly CellCode[];
  readonly problems: readonly NotebookProblem[];
}

async function read(
  path: string,
  { catalogues, ...packages }: ProjectPackages & { readonly catalogues: Map<string, Translations> },
): Promise<ReadNotebook> {
  try {
    const { text, document } = await readNotebook(path);
    const { cells, broken } = readCells(document);
    const found: ProblemInCell[] = [
      ...documentProblems(text, document),
      ...broken,
      ...redeclarations(cells),
      ...parametersOf(document).problems,
      ...cells.flatMap((cell) => codeProblems(cell, packages)),
      ...await checkTranslations(path, notebookSentences(document), { catalogues }),
    ];
    const cannotRun = broken.length > 0 || found.some(({ code }) => code === "unlocked-import");
    return {
      path,
      cells: cannotRun ? [] : cells,
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
  const root = dirname(resolve(options.config)), beside = resolve(dirname(first.path));
  // Beside the folder of the notebooks, so that `../` leads where it leads from there; never outside of the project.
  const parent = beside === root ? root : dirname(beside);
  await using folder = await scratchFolder(".check", { parent });
  // The linter follows no import, and would leave out what lies in `notebooks/`.
  await using atRoot = await scratchFolder(".check", { parent: root });
  const write = async (folder: string, ending: string, forTypes: boolean) =>
    await Promise.all(notebooks.map(async (notebook, index): Promise<WrittenModule> => {
      const module = moduleOfCells(notebook.cells, { forTypes });
      const type = notebook.cells.some(({ hasJsx }) => hasJsx) ? "tsx" : "ts";
      // Of other characters Deno makes a pattern or an address.
      const name = basename(notebook.path, ".ipynb"),
        plain = name.replaceAll(/[^\p{L}\p{N}_-]/gu, "_");
      const path = join(folder, `${plain}${plain === name ? "" : `_${index}`}${ending}.${type}`);
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

/** A module that was written for `deno`. */
interface WrittenModule extends ModuleOfCells {
  readonly path: string;
  readonly notebook: ReadNotebook;
}

/** What is said of elements where nothing declares which there are, and of what a block may not have. */
const ofModule = ["TS7026", "TS1232", "TS1235"];

/** What is said of an import that is made one of types, and of one that stands twice. */
const ofImports = ["TS1363", "TS2206", "TS2300", "TS2440"];

/** What is said of a name that is there later only. */
const ofEarlyNames = ["TS1361", "TS2304", "TS2448", "TS2454", "TS2552", "TS18004"];

const floating = "a promise that nobody awaits: write await before it, or void if that is meant";

/** What was found at its place in a notebook; none where it is about what only the writing of the module brought in. */
function placeProblem(
  found: FoundByDeno,
  modules: readonly WrittenModule[],
): Omit<NotebookProblem, "severity">[] {
  const written = modules.find(({ path }) => path === found.file);
  if (!written) return [{ path: found.file, ...found }];
  const { notebook: { path, cells }, text } = written, { code, message } = found;
  const place = written.placeOf(found);
  const cell = cells.find(({ cellNumber }) => cellNumber === place?.cellNumber);
  if (!place || !cell) return code === "error" ? [{ path, message, code }] : [];
  const tell = (code: string, message: string) => [
    { path, ...problemIn(cell, { ...place, code, message }) },
  ];
  if (place.isPromise) return code === "TS2367" ? tell("floating-promise", floating) : [];
  // What makes elements is named in a comment at the beginning of the module, and nowhere in its code.
  const [, unused] = /^`([\w$]+)` is never used/.exec(message) ?? [];
  const isUsedByJsx = code === "no-unused-vars" &&
    text.matchAll(/^\/\*\* @jsx\w*\s+([\w$]+)/gm).some(([, name]) => name === unused);
  const isInImport = cell.program.body.some(({ type, loc }) =>
    type === "ImportDeclaration" && loc!.start.line <= place.line && place.line <= loc!.end.line
  );
  if (ofModule.includes(code) || isInImport && ofImports.includes(code) || isUsedByJsx) return [];
  if (!ofEarlyNames.includes(code)) return tell(code, message);
  const line = cell.source.split("\n")[place.line - 1];
  const [name] = /^[\p{L}\p{N}_$]+/u.exec(line.slice(place.column - 1)) ?? [];
  const declares = ({ program }: CellCode) =>
    declaredNames(program).find(({ node }) => node.name === name);
  if (["TS2448", "TS2454"].includes(code)) {
    if (declares(cell)?.kind !== "import") return tell(code, message);
    return tell("used-before-import", `"${name}" is used above the line that imports it`);
  }
  const later = cells.slice(cells.indexOf(cell) + 1).find(declares);
  if (!later) return tell(code, message);
  // A type is gone when the cells run, and may stand anywhere.
  if (declares(later)?.kind === "type") return [];
  const advice = "which declares it: move that cell up, or this one down";
  return tell("used-before-cell", `"${name}" is used above cell "${later.cell}", ${advice}`);
}
