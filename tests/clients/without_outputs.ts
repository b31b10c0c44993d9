import type { NotebookDocument } from "../../lib/notebook/notebook_document.ts";

/** A notebook as it is before any of its cells has run. */
export function withoutOutputs(document: NotebookDocument): NotebookDocument {
  const cells = document.cells.map((cell) =>
    cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell
  );
  return { ...document, cells };
}
