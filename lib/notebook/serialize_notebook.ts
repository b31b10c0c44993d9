import { canonicalNotebook } from "./canonical_notebook.ts";
import type { CellOutput, NotebookCell, NotebookDocument } from "./notebook_document.ts";

/**
 * Writes a notebook as the text of its file: canonical, and laid out as Jupyter lays it out, so that
 * saving it there changes as little as can be.
 *
 * Keys are sorted, a level is one space, texts are lists of lines.
 *
 * @param document The notebook.
 * @returns The text, which ends with a line feed.
 */
export function serializeNotebook(document: NotebookDocument): string {
  const { cells, ...rest } = canonicalNotebook(document);
  return JSON.stringify(sortKeys({ ...rest, cells: cells.map(cellOnDisk) }), null, 1) + "\n";
}

function cellOnDisk(cell: NotebookCell): unknown {
  const source = lines(cell.source);
  if (cell.cell_type === "code") {
    return { ...cell, source, outputs: cell.outputs.map(outputOnDisk) };
  }
  const { attachments } = cell;
  if (!attachments) return { ...cell, source };
  const bundles = Object.entries(attachments).map(([name, bundle]) => [name, bundleOnDisk(bundle)]);
  return { ...cell, source, attachments: Object.fromEntries(bundles) };
}

function outputOnDisk(output: CellOutput): unknown {
  if (output.output_type === "stream") return { ...output, text: lines(output.text) };
  if (output.output_type === "error") return output;
  return { ...output, data: bundleOnDisk(output.data) };
}

function bundleOnDisk(bundle: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isText = (type: string) =>
    type.startsWith("text/") || type === "image/svg+xml" || type === "application/javascript";
  return Object.fromEntries(
    Object.entries(bundle).map(([type, value]) => [
      type,
      isText(type) && typeof value === "string" ? lines(value) : value,
    ]),
  );
}

/** Splits where Python's `str.splitlines` does, as nbformat uses it. */
const lineEnds = "\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029";
const line = new RegExp(`[^${lineEnds}]*(?:\\r\\n|[${lineEnds}]|$)`, "g");

function lines(text: string): string[] {
  return (text.match(line) ?? []).filter((line) => line !== "");
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  entries.sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(entries.map(([key, member]) => [key, sortKeys(member)]));
}
