import { stripVTControlCharacters } from "node:util";
import type { CellOutput, CodeCell, NotebookCell, NotebookDocument } from "./notebook_document.ts";

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

/** What every notebook says about its kernel, whichever client saved it last. */
const kernelMetadata = {
  kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
  language_info: {
    codemirror_mode: "typescript",
    file_extension: ".ts",
    mimetype: "text/x.typescript",
    name: "typescript",
    nbconvert_exporter: "script",
    pygments_lexer: "typescript",
    // Jupyter Notebook takes a notebook for changed whose kernel says more of its language than the file.
    version: Deno.version.typescript,
  },
};

/** What an author says of a notebook and of a cell; all else is what a client keeps for itself. */
const ofAuthors = ["authors", "report", "title"];
const ofAuthorsInCells = ["format", "jupyter", "name", "tags"];

/**
 * Brings a notebook into the one form that its content has, so that a diff means something.
 *
 * Cells count their executions from 1 on; adjacent pieces of one stream are one; colours, timings,
 * stack frames (which name machine paths and transpiled lines) are gone. Of metadata stays what nbformat gives to
 * authors; what a client keeps there for itself goes.
 *
 * @param document The notebook.
 * @returns A new notebook; bringing that one into canonical form changes nothing.
 */
export function canonicalNotebook(document: NotebookDocument): NotebookDocument {
  let executed = 0;
  const count = () => ++executed;
  return {
    ...document,
    metadata: { ...only(document.metadata, ofAuthors), ...kernelMetadata },
    cells: document.cells.map((cell) => canonicalCell(cell, count)),
  };
}

function canonicalCell(cell: NotebookCell, count: () => number): NotebookCell {
  const metadata = only(cell.metadata, [...ofAuthorsInCells, ...authorFields(cell.metadata)]);
  if (cell.cell_type !== "code") return { ...cell, metadata };
  const executionCount = cell.execution_count === null ? null : count();
  const outputs = mergeStreams(cell.outputs).map((output) =>
    canonicalOutput(output, executionCount)
  )
    .filter((output) => output.output_type !== "stream" || output.text !== "");
  return { ...cell, metadata, execution_count: executionCount, outputs };
}

function mergeStreams(outputs: readonly CellOutput[]): CellOutput[] {
  return outputs.reduce<CellOutput[]>((merged, output) => {
    const last = merged.at(-1);
    const continues = last?.output_type === "stream" && output.output_type === "stream" &&
      last.name === output.name;
    if (continues) merged[merged.length - 1] = { ...last, text: last.text + output.text };
    else merged.push(output);
    return merged;
  }, []);
}

function canonicalOutput(output: CellOutput, count: CodeCell["execution_count"]): CellOutput {
  switch (output.output_type) {
    case "stream":
      return { ...output, text: stripVTControlCharacters(output.text) };
    case "error": {
      const frame = /^\s+at /;
      const traceback = output.traceback.filter((line) => line !== "" && !frame.test(line));
      return {
        ...output,
        evalue: stripVTControlCharacters(output.evalue),
        traceback: traceback.map((line) => stripVTControlCharacters(line)),
      };
    }
    case "display_data":
      return { ...output, data: withoutColours(output.data) };
    case "execute_result":
      return { ...output, data: withoutColours(output.data), execution_count: count };
  }
}

function withoutColours<Bundle extends Record<string, unknown>>(bundle: Bundle): Bundle {
  const plain = bundle["text/plain"];
  if (typeof plain !== "string") return bundle;
  return { ...bundle, "text/plain": stripVTControlCharacters(plain) };
}

/** Fields that clients fill in with what holds anyway, and authors with what they want. */
function authorFields({ deletable, editable, slideshow }: NotebookCell["metadata"]): string[] {
  const isSlide = JSON.stringify(slideshow ?? "").match(/"slide_type":"[^"-]/) !== null;
  return [
    ...deletable === false ? ["deletable"] : [],
    ...editable === false ? ["editable"] : [],
    ...isSlide ? ["slideshow"] : [],
  ];
}

function only<Value>(
  record: Readonly<Record<string, Value>>,
  names: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
}
