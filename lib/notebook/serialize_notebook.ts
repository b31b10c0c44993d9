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
  const onDisk = { ...rest, cells: cells.map(cellOnDisk) };
  const sorted = (_: string, value: unknown) =>
    typeof value !== "object" || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1));
  return JSON.stringify(onDisk, sorted, 1) + "\n";
}

function cellOnDisk(cell: NotebookCell): unknown {
  const source = lines(cell.source);
  if (cell.cell_type === "code") {
    return { ...cell, source, outputs: cell.outputs.map(outputOnDisk) };
  }
  const { attachments } = cell;
  return { ...cell, source, attachments: attachments && mapValues(attachments, bundleOnDisk) };
}

function outputOnDisk(output: CellOutput): unknown {
  if (output.output_type === "stream") return { ...output, text: lines(output.text) };
  return output.output_type === "error" ? output : { ...output, data: bundleOnDisk(output.data) };
}

function bundleOnDisk(bundle: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isText = /^text\/|^image\/svg\+xml$|^application\/javascript$/;
  return mapValues(
    bundle,
    (value, type) => isText.test(type) && typeof value === "string" ? lines(value) : value,
  );
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  to: (value: Value, name: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value, name)]));
}

/** Splits where Python's `str.splitlines` does, as nbformat uses it. */
const lineEnds = "\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029";
const line = new RegExp(`[^${lineEnds}]*(?:\\r\\n|[${lineEnds}]|$)`, "g");

function lines(text: string): string[] {
  return (text.match(line) ?? []).filter((line) => line !== "");
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

/** What an author says of a notebook; all else is what a client keeps for itself. */
const ofAuthors = ["authors", "report", "title"];

/** The same of a cell, also where clients fill in what holds anyway. */
function isOfAuthor(name: string, value: unknown): boolean {
  if (name === "deletable" || name === "editable") return value === false;
  if (name === "slideshow") return /"slide_type":"[^"-]/.test(JSON.stringify(value));
  return ["format", "jupyter", "name", "tags"].includes(name);
}

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
  const cells = document.cells.map((cell): NotebookCell => {
    const metadata = only(cell.metadata, isOfAuthor);
    if (cell.cell_type !== "code") return { ...cell, metadata };
    const count = cell.execution_count === null ? null : ++executed;
    const outputs = mergeStreams(cell.outputs).map((output) => canonicalOutput(output, count))
      .filter((output) => output.output_type !== "stream" || output.text !== "");
    return { ...cell, metadata, execution_count: count, outputs };
  });
  const metadata = {
    ...only(document.metadata, (name) => ofAuthors.includes(name)),
    ...kernelMetadata,
  };
  return { ...document, metadata, cells };
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
  const plain = stripVTControlCharacters;
  if (output.output_type === "stream") return { ...output, text: plain(output.text) };
  if (output.output_type === "error") {
    const lines = output.traceback.filter((line) => line !== "" && !/^\s+at /.test(line));
    return { ...output, evalue: plain(output.evalue), traceback: lines.map((line) => plain(line)) };
  }
  const { "text/plain": text } = output.data;
  const data = typeof text === "string"
    ? { ...output.data, "text/plain": plain(text) }
    : output.data;
  return output.output_type === "display_data"
    ? { ...output, data }
    : { ...output, data, execution_count: count };
}

function only<Value>(
  record: Readonly<Record<string, Value>>,
  isKept: (name: string, value: unknown) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name, value]) => isKept(name, value)));
}
