import type { NotebookDocument } from "../../lib/notebook/notebook_document.ts";

/** A notebook of code cells, named by their keys. */
export function notebookOf(cells: Readonly<Record<string, string>>): NotebookDocument {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: Object.entries(cells).map(([id, source]) => ({
      cell_type: "code",
      id,
      metadata: {},
      source,
      outputs: [],
      execution_count: null,
    })),
  };
}
