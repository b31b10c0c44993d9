import { escapeUnseen, formatProblem, type Problem } from "../errors/problem.ts";
import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import type { NotebookDocument } from "./notebook_document.ts";

/** One thing that cannot stand in a notebook, or in a file that it imports. */
export interface NotebookProblem extends Problem {
  /** Whether it cannot stand, or only might be better. */
  readonly severity: "error" | "style";
  /** What kind it is, such as `TS2322`, `no-unused-vars` or `execution-order`. */
  readonly code: string;
  /** The line that is meant. */
  readonly source?: string;
}

/** What is found in a notebook, before it is told in which: its code, its message and its place. */
export type FoundProblem = Omit<NotebookProblem, "path" | "cellNumber" | "severity" | "source">;

/** Problems that say nothing against what a notebook gives: of form, of names, of size. */
const stylish = ["large-output", "not-canonical", "replaced", "unnamed-cell"];

/**
 * A problem of a notebook, with the place of its cell among all and the line that is meant.
 *
 * @param found What was found.
 * @param notebook Its path, and its cells.
 */
export function problemIn(
  found: FoundProblem,
  { path, cells }: Pick<NotebookDocument, "cells"> & { readonly path: string },
): NotebookProblem {
  const index = cells.findIndex(({ id }) => id === found.cell);
  const isOfCode = index >= 0 && found.line !== undefined;
  return {
    path,
    severity: stylish.includes(found.code) ? "style" : "error",
    ...found,
    ...index >= 0 && { cellNumber: index + 1 },
    ...isOfCode && { source: cells[index].source.split("\n")[found.line - 1] },
  };
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
