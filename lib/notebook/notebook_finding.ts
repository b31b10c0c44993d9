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
  /** What kind it is, such as `TS2322`, `no-unused-vars` or `execution-order`. */
  readonly code: string;
  /** The line that is meant. */
  readonly source?: string;
}

/**
 * Says what is amiss, and shows the line.
 *
 * @param finding The finding.
 * @returns Such as `notebooks/04_x.ipynb [cell "growth"] 3:14: … (TS2322)`.
 */
export function describeFinding(finding: NotebookFinding): string {
  const { path, cell, output, line, column, message, code, source } = finding;
  const place = line === undefined ? "" : `${line}:${column}`;
  const where = cell === undefined
    ? [path, place].filter((part) => part !== "").join(":")
    : [`${path} [cell "${cell}"]`, output === undefined ? place : `output ${output}`]
      .filter((part) => part !== "").join(" ");
  return `${where}: ${message} (${code})${source === undefined ? "" : `\n    ${source}`}`;
}

/**
 * Brings the findings of one notebook in the order in which a reader meets them: first those of the
 * file, then cell by cell, there first the source and then the outputs. None comes twice.
 *
 * @param findings The findings.
 */
export function inNotebookOrder(findings: readonly NotebookFinding[]): NotebookFinding[] {
  const distinct = [...new Map(findings.map((one) => [describeFinding(one), one])).values()];
  const place = (
    { cellNumber = 0, output = 0, line = 0, column = 0 }: NotebookFinding,
  ) => [cellNumber, output, line, column];
  return distinct.toSorted((a, b) => {
    const [ofA, ofB] = [place(a), place(b)];
    const at = ofA.findIndex((number, index) => number !== ofB[index]);
    return at < 0 ? 0 : ofA[at] - ofB[at];
  });
}
