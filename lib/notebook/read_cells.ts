import type { TSESTree } from "@typescript-eslint/types";
import { type CellNames, cellNames } from "./cell_names.ts";
import type { NotebookDocument } from "./notebook_document.ts";
import { parseCell } from "./parse_cell.ts";

/** A code cell with the tree and the names of its code. */
export interface CellCode {
  readonly cell: string;
  /** Its place among all cells, from 1 on. */
  readonly cellNumber: number;
  readonly source: string;
  readonly program: TSESTree.Program;
  readonly hasJsx: boolean;
  readonly names: CellNames;
}

/** A syntax error of a cell. */
export interface BrokenCell {
  readonly cell: string;
  readonly cellNumber: number;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The line of the cell. */
  readonly source: string;
}

/**
 * Reads the code cells of a notebook that hold anything.
 *
 * @param document The notebook.
 * @returns The cells in their order, and those that cannot be parsed.
 */
export function readCells(
  document: NotebookDocument,
): { readonly cells: readonly CellCode[]; readonly broken: readonly BrokenCell[] } {
  const cells: CellCode[] = [];
  const broken: BrokenCell[] = [];
  for (const [index, { cell_type, id, source }] of document.cells.entries()) {
    if (cell_type !== "code" || source.trim() === "") continue;
    const place = { cell: id, cellNumber: index + 1 };
    const parsed = parseCell(source);
    if (parsed.isCode) {
      const { program, hasJsx } = parsed;
      cells.push({ ...place, source, program, hasJsx, names: cellNames(program) });
    } else {
      const { line, column, message } = parsed;
      broken.push({ ...place, line, column, message, source: source.split("\n")[line - 1] ?? "" });
    }
  }
  return { cells, broken };
}
