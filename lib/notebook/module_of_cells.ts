import type { NotebookDocument } from "./notebook_document.ts";
import { withoutRepeatedImports } from "./repeated_imports.ts";

/** A place in a notebook: a line of the source of a cell; both numbers count from 1. */
export interface CellLine {
  readonly cell: string;
  readonly cellNumber: number;
  readonly line: number;
}

/** The code of a notebook as one module. */
export interface ModuleOfCells {
  readonly text: string;
  /** Where a line of the module stands in the notebook; `undefined` for lines that are in no cell. */
  readonly placeOf: (line: number) => CellLine | undefined;
}

/** A cell that begins so would go on with the last statement of the cell before it. */
const continues = /^\s*[([`+\-/*]/;

/**
 * Writes the code cells of a notebook as one module, in their order.
 *
 * @param document The notebook.
 * @returns The text, and the way back.
 */
export function moduleOfCells(document: NotebookDocument): ModuleOfCells {
  const lines: string[] = [];
  const places: (CellLine | undefined)[] = [];
  const add = (text: string, place?: CellLine) => {
    lines.push(text);
    places.push(place);
  };
  const imported = new Set<string>();
  for (const [index, { cell_type, id, source: written }] of document.cells.entries()) {
    if (cell_type !== "code") continue;
    const source = withoutRepeatedImports(written, imported);
    if (continues.test(source)) add("void 0;");
    for (const [at, text] of source.split("\n").entries()) {
      add(text, { cell: id, cellNumber: index + 1, line: at + 1 });
    }
  }
  add("export {};");
  return { text: `${lines.join("\n")}\n`, placeOf: (line) => places[line - 1] };
}
