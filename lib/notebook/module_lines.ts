/** A place in a notebook: a line of the source of a cell; both numbers count from 1. */
export interface CellLine {
  readonly cell: string;
  readonly cellNumber: number;
  readonly line: number;
}

/** A line of a module that was written from cells. */
export interface ModuleLine {
  readonly text: string;
  /** Where it stands in the notebook; `undefined` for lines that are in no cell. */
  readonly place?: CellLine;
  /** Where the statement begins that drops a promise, if its comparison on this line is in error. */
  readonly promise?: { readonly column: number };
}

/** A cell whose code is written line by line, each text at its own column. */
export class CellText {
  /**
   * @param source The code.
   * @param cell Which cell that is.
   */
  constructor(readonly source: string, readonly cell: Omit<CellLine, "line">) {}

  /**
   * The lines of a part of the source. A part that begins within a line is moved to its column by spaces,
   * so that whatever is found there is found at the column of the cell.
   */
  between(start: number, end: number): ModuleLine[] {
    const before = this.source.slice(0, start).split("\n");
    const column = before[before.length - 1].length;
    return this.source.slice(start, end).split("\n").map((text, index) => ({
      text: index === 0 ? " ".repeat(column) + text : text,
      place: { ...this.cell, line: before.length + index },
    })).filter(({ text }, index) => index > 0 || text.trim() !== "" || column === 0);
  }
}
