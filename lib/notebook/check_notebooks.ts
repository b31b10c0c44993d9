import { basename, dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inReadingOrder } from "../errors/problem.ts";
import type { Translations } from "../prose/translations.ts";
import { codeProblems, readPackages } from "./code_problems.ts";
import { type DenoOptions, type FoundByDeno, lintErrors, typeErrors } from "./deno_problems.ts";
import { documentProblems } from "./document_problems.ts";
import { type ModuleOfCells, moduleOfCells } from "./module_of_cells.ts";
import { MalformedNotebook, type NotebookDocument, readNotebook } from "./notebook_document.ts";
import { type FoundProblem, type NotebookProblem, problemIn } from "./notebook_problem.ts";
import { notebookSentences } from "./notebook_sentences.ts";
import { parametersOf } from "./parameters.ts";
import { type CellCode, readCells } from "./parse_cell.ts";
import { declaredNames, redeclarations } from "./redeclarations.ts";
import { scratchFolder } from "./scratch_folder.ts";
import { checkTranslations } from "./translation_problems.ts";

/** A notebook whose cells can be judged. */
interface Judged {
  readonly path: string;
  readonly document: NotebookDocument;
  readonly cells: readonly CellCode[];
}

/** Its cells as a module that was written for `deno`. */
interface WrittenModule extends ModuleOfCells {
  readonly path: string;
  readonly notebook: Judged;
}

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
  const packages = await readPackages(resolve(options.config));
  const catalogues = new Map<string, Translations>();
  const judged: Judged[] = [];
  const problems = await Promise.all([...new Set(paths)].map(async (path) => {
    try {
      const { text, document } = await readNotebook(path);
      const { cells, broken } = readCells(document);
      const found = [
        ...documentProblems(text, document),
        ...broken,
        ...redeclarations(cells),
        ...parametersOf(document).problems,
        ...cells.flatMap((cell) => codeProblems(cell, packages)),
        ...await checkTranslations(path, notebookSentences(document), { catalogues }),
      ];
      // If a cell cannot be parsed or imports what is not locked, the others cannot be judged.
      const cannotRun = broken.length > 0 || found.some(({ code }) => code === "unlocked-import");
      if (cells.length > 0 && !cannotRun) judged.push({ path, document, cells });
      return found.map((one) => problemIn(one, { path, ...document }));
    } catch (error) {
      if (!(error instanceof MalformedNotebook)) throw error;
      return error.problems.map((one) =>
        problemIn({ ...one, code: "malformed" }, { path, cells: [] })
      );
    }
  }));
  // In the same order each time, by which Deno knows again what it has checked.
  judged.sort((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path));
  const ofCode = judged.length > 0 ? await ofDeno(judged, options) : [];
  return inReadingOrder([...problems.flat(), ...ofCode], paths);
}

/** What `deno check` and `deno lint` find in notebooks, and in the files that they import. */
async function ofDeno(
  notebooks: readonly Judged[],
  options: DenoOptions,
): Promise<NotebookProblem[]> {
  const root = dirname(resolve(options.config)), beside = resolve(dirname(notebooks[0].path));
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
  const found = await Promise.all([typeErrors(forTypes, options), lintErrors(forLint, options)]);
  return found.flat().flatMap((one) => {
    const message = one.message.replaceAll(`${pathToFileURL(root)}/`, "");
    const written = [...forTypes, ...forLint].find(({ path }) => path === one.path);
    if (!written) return [{ ...one, message, path: relative(root, one.path) }];
    const { path, document } = written.notebook;
    return placeProblem({ ...one, message }, written)
      .map((found) => ({ ...problemIn(found, { path, ...document }), severity: one.severity }));
  });
}

/**
 * What is said of elements where nothing declares which there are, of what a block may not have, and of what is declared again,
 * which is told otherwise.
 */
const ofModule = ["TS7026", "TS1232", "TS1235", "no-redeclare"];

/** What is said of an import that is made one of types, and of one that stands twice. */
const ofImports = ["TS1363", "TS2206", "TS2300", "TS2440"];

/** What is said of a name that is there later only. */
const ofEarlyNames = ["TS1361", "TS2304", "TS2448", "TS2454", "TS2552", "TS18004"];

const floating = "a promise that nobody awaits: write await before it, or void if that is meant";

/** What was found at its place in a notebook; none where it is about what only the writing of the module brought in. */
function placeProblem(
  found: FoundByDeno,
  { notebook: { cells }, text, ...module }: WrittenModule,
): FoundProblem[] {
  const { code, message } = found, placed = module.locate(found);
  const cell = cells.find(({ cell }) => cell === placed?.cell);
  // Of an import by a name that deno.json lacks the problem of the code says more.
  if (/^Import ".*" not .* in import map/.test(message)) return [];
  if (!cell || !placed) return code === "error" ? [{ message, code }] : [];
  const { isPromise, ...place } = placed;
  const tell = (code: string, message: string) => [{ ...place, code, message }];
  if (isPromise) return code === "TS2367" ? tell("floating-promise", floating) : [];
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
    const isImported = declares(cell)?.kind === "import";
    const early = `"${name}" is used above the line that imports it`;
    return isImported ? tell("used-before-import", early) : tell(code, message);
  }
  const later = cells.slice(cells.indexOf(cell) + 1).find(declares);
  if (!later) return tell(code, message);
  // A type is gone when the cells run, and may stand anywhere.
  if (declares(later)?.kind === "type") return [];
  const advice = "which declares it: move that cell up, or this one down";
  return tell("used-before-cell", `"${name}" is used above cell "${later.cell}", ${advice}`);
}
