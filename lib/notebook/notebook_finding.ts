import { escapeUnseen } from "../errors/unseen.ts";
import { chosenLanguage } from "../load/environment.ts";
import { checks } from "../words/console_ru.ts";

/** One thing that is amiss in a notebook, or in a file that it imports. */
export interface NotebookFinding {
  /** The notebook, or the file of the library. */
  readonly path: string;
  /** The id of the cell; `undefined` where the file itself is meant. */
  readonly cell?: string;
  /** The place of the cell among all cells, from 1 on. */
  readonly cellNumber?: number;
  /** The place among the outputs of the cell, from 1 on; `undefined` where the source is meant. */
  readonly output?: number;
  /** Of the cell, or of the file where no cell is meant; from 1 on. */
  readonly line?: number;
  /** From 1 on, in UTF-16 code units, as editors count. */
  readonly column?: number;
  readonly message: string;
  /** Whether it is amiss, or only not as it might be. */
  readonly severity: "error" | "style";
  /** What kind it is, such as `TS2322`, `no-unused-vars` or `execution-order`. */
  readonly code: string;
  /** The line that is meant. */
  readonly source?: string;
}

/** A finding whose notebook and weight are not yet said. */
export type FoundInNotebook = Omit<NotebookFinding, "path" | "severity">;

/** Findings that say nothing against what a notebook gives: of form, of names, of size. */
const stylish = [
  "large-output",
  "not-canonical",
  "repeated-import",
  "replaced",
  "unnamed-cell",
];

/** How much a finding weighs that is no finding of Deno's. */
export function severityOf(code: string): NotebookFinding["severity"] {
  return stylish.includes(code) ? "style" : "error";
}

/**
 * Says what is amiss, and shows the line.
 *
 * @param finding The finding.
 * @returns Such as `notebooks/04_x.ipynb [cell "growth"] 3:14: … (TS2322)`, a matter of style as `(style: prefer-const)`.
 */
export function describeFinding(finding: NotebookFinding): string {
  const { path, cell, output, line, column, message, severity, code, source } = finding;
  const place = line === undefined ? "" : `${line}:${column}`;
  const where = cell === undefined
    ? [path, place].filter((part) => part !== "").join(":")
    : [`${path} [cell "${cell}"]`, output === undefined ? place : `output ${output}`]
      .filter((part) => part !== "").join(" ");
  const kind = severity === "style" ? `style: ${code}` : code;
  const said = chosenLanguage() === "ru" ? checks[code] ?? message : message;
  const shown = `${where}: ${said} (${kind})${source === undefined ? "" : `\n    ${source}`}`;
  return escapeUnseen(shown);
}

/**
 * Brings the findings of one notebook in the order in which a reader meets them: first those of the
 * file, then cell by cell, there first the source and then the outputs. None comes twice.
 *
 * @param findings The findings.
 */
export function inNotebookOrder(findings: readonly NotebookFinding[]): NotebookFinding[] {
  const distinct = [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
  const place = (
    { cellNumber = 0, output = 0, line = 0, column = 0 }: NotebookFinding,
  ) => [cellNumber, output, line, column];
  return distinct.toSorted((a, b) => {
    const [ofA, ofB] = [place(a), place(b)];
    const at = ofA.findIndex((number, index) => number !== ofB[index]);
    return at < 0 ? 0 : ofA[at] - ofB[at];
  });
}
