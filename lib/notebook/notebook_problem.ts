import { escapeUnseen, formatProblem, type Problem } from "../errors/problem.ts";
import type { Position } from "../input/read_file.ts";
import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";

/** One thing that cannot stand in a notebook, or in a file that it imports. */
export interface NotebookProblem extends Problem {
  /** Whether it cannot stand, or only might be better. */
  readonly severity: "error" | "style";
  /** What kind it is, such as `TS2322`, `no-unused-vars` or `execution-order`. */
  readonly code: string;
  /** The line that is meant. */
  readonly source?: string;
}

/** A problem whose notebook and weight are not yet said. */
export type ProblemInCell = Omit<NotebookProblem, "path" | "severity">;

/** Problems that say nothing against what a notebook gives: of form, of names, of size. */
const stylish = ["large-output", "not-canonical", "replaced", "unnamed-cell"];

/** How much a problem weighs that is none of Deno's. */
export function severityOf(code: string): NotebookProblem["severity"] {
  return stylish.includes(code) ? "style" : "error";
}

/** What is said of a place in the code or text of a cell. */
export interface PlacedProblem extends Position {
  readonly code: string;
  readonly message: string;
}

/**
 * A problem in the code or text of a cell, with the line that is meant.
 *
 * @param cell The cell, and its place among all cells, from 1 on.
 * @param found Where in the cell, which kind, and what is said of it.
 */
export function problemIn(
  { cell, cellNumber, source }: {
    readonly cell: string;
    readonly cellNumber: number;
    readonly source: string;
  },
  { line, column, code, message }: PlacedProblem,
): ProblemInCell {
  const lines = source.split("\n");
  return { cell, cellNumber, line, column, code, message, source: lines[line - 1] };
}

/**
 * Says what it is, and shows the line.
 *
 * @returns Such as `notebooks/04_x.ipynb [cell "growth"] 3:14: … (TS2322)`, a matter of style as `(style: prefer-const)`.
 */
export function describeProblem(problem: NotebookProblem): string {
  const { severity, code, source } = problem;
  const kind = severity === "style" ? `style: ${code}` : code;
  const line = source === undefined ? "" : `\n    ${source}`;
  const said = words[chosenLanguage()].checks[code] ?? problem.message;
  return escapeUnseen(`${formatProblem({ ...problem, message: said })} (${kind})${line}`);
}
