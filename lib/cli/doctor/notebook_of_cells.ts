import type { NotebookDocument } from "../../notebook/notebook_document.ts";

/**
 * A notebook that was never run.
 *
 * @param sources The code of its cells.
 */
export function notebookOfCells(sources: readonly string[]): NotebookDocument {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: sources.map((source, index) => ({
      cell_type: "code",
      id: `cell-${index + 1}`,
      metadata: {},
      source,
      outputs: [],
      execution_count: null,
    })),
  };
}
