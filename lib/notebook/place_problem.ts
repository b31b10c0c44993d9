import type { FoundByDeno } from "./deno_problems.ts";
import type { ModuleOfCells } from "./module_of_cells.ts";
import type { NotebookProblem } from "./notebook_problem.ts";
import type { CellCode } from "./parse_cell.ts";

/** A notebook as it was read, with what could be found without `deno`. */
export interface ReadNotebook {
  readonly path: string;
  /** Its cells; none if one of them cannot be parsed or imports what is not locked, for then the others cannot be judged. */
  readonly cells: readonly CellCode[];
  readonly redeclaring?: ReadonlySet<string>;
  readonly problems: readonly NotebookProblem[];
}

/** A module that was written for `deno`. */
export interface WrittenModule extends ModuleOfCells {
  readonly path: string;
  readonly notebook: ReadNotebook;
}

/** Said of every element where nothing declares which there are; the kernel makes of it what the cell says. */
const noTypesOfJsx = "TS7026";

const floating = "a promise that nobody awaits: write await before it, or void if that is meant";

/**
 * Brings what `deno` found back to the notebook whose module it is in.
 *
 * @param found What was found, and in which file.
 * @param modules The modules that were written.
 * @returns The problem; none where it is about what only the writing of the module brought in.
 */
export function placeProblem(
  { file, ...found }: FoundByDeno,
  modules: readonly WrittenModule[],
): Omit<NotebookProblem, "severity">[] {
  const written = modules.find(({ path }) => path === file);
  if (!written) return [{ path: file, ...found }];
  const { notebook: { path, cells, problems }, lines, text } = written;
  const { place, promise, isImport } = lines[found.line - 1] ?? {};
  const { code, column, message } = found;
  if (!place) return code === "no-empty" ? [] : [{ path, message, code }];
  // What is imported twice is told by its names, what is used too early as well.
  const isTold = isImport && ["TS2300", "TS2440"].includes(code) ||
    problems.some((one) =>
      one.code === "used-before-cell" && one.cell === place.cell && one.line === place.line &&
      one.column === column
    );
  if (code === noTypesOfJsx || isTold || isUsedByJsx(found, text)) return [];
  const source = cells.find(({ cell }) => cell === place.cell)?.source.split("\n")[place.line - 1];
  const at = { path, ...place, source };
  if (!promise) return [{ ...at, column, message, code }];
  const isFloating = code === "TS2367";
  return isFloating ? [{ ...at, ...promise, message: floating, code: "floating-promise" }] : [];
}

/** What makes elements is named in a comment at the beginning of the module, and nowhere in its code. */
function isUsedByJsx({ message, code }: Omit<FoundByDeno, "file">, module: string): boolean {
  const [, name] = /^`([\w$]+)` is never used/.exec(message) ?? [];
  const used = [...module.matchAll(/^\/\*\* @jsx\w*\s+([\w$]+)/gm)].map(([, used]) => used);
  return code === "no-unused-vars" && name !== undefined && used.includes(name);
}
