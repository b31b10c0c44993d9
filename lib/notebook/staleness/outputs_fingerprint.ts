import type { NotebookDocument } from "../notebook_document.ts";
import { serializeNotebook } from "../serialize_notebook.ts";
import { fingerprint } from "./fingerprint.ts";

/** Tells apart what the cells of notebooks gave, whichever client saved it. */
export function outputsFingerprint(document: NotebookDocument): string {
  const cells = document.cells.filter((cell) => cell.cell_type === "code")
    .map((cell) => ({ ...cell, metadata: {}, source: "" }));
  return fingerprint(serializeNotebook({ ...document, metadata: {}, cells }));
}
