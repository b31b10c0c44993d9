import { stripVTControlCharacters } from "node:util";
import type { CellOutput, CodeCell, NotebookCell, NotebookDocument } from "./notebook_document.ts";

/**
 * Writes a notebook as the text of its file: in the one form that its content has, so that a diff means something, and laid out
 * as Jupyter lays it out, so that saving it there changes as little as can be.
 *
 * Keys are sorted, a level is one space, texts are lists of lines. Cells count their executions from 1 on; adjacent pieces of one
 * stream are one; colours, timings, stack frames (which name machine paths and transpiled lines) are gone. Of metadata stays what
 * nbformat gives to authors; what a client keeps there for itself goes.
 *
 * @param document The notebook.
 * @returns The text, which ends with a line feed; what is read of it gives the same text.
 */
export function serializeNotebook(document: NotebookDocument): string {
  let executed = 0;
  const cells = document.cells.map((cell) => {
    const count = cell.cell_type === "code" && cell.execution_count !== null ? ++executed : null;
    return cellOnDisk(cell, count);
  });
  const ofAuthor = only(document.metadata, (name) => ofAuthors.includes(name));
  const onDisk = { ...document, metadata: { ...ofAuthor, ...kernelMetadata }, cells };
  const sorted = (_: string, value: unknown) =>
    typeof value !== "object" || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1));
  return JSON.stringify(onDisk, sorted, 1) + "\n";
}

function cellOnDisk(cell: NotebookCell, count: CodeCell["execution_count"]): unknown {
  const source = lines(cell.source), metadata = only(cell.metadata, isOfAuthor);
  if (cell.cell_type === "code") {
    const outputs = mergeStreams(cell.outputs).flatMap((output) => outputOnDisk(output, count));
    return { ...cell, metadata, source, execution_count: count, outputs };
  }
  const { attachments } = cell;
  const onDisk = attachments && mapValues(attachments, (bundle) => mapValues(bundle, textOnDisk));
  return { ...cell, metadata, source, attachments: onDisk };
}

/** An output; none if it is a stream of nothing. */
function outputOnDisk(output: CellOutput, count: CodeCell["execution_count"]): unknown[] {
  const plain = (text: string) => stripVTControlCharacters(text);
  if (output.output_type === "stream") {
    const text = lines(plain(output.text));
    return text.length > 0 ? [{ ...output, text }] : [];
  }
  if (output.output_type === "error") {
    const lines = output.traceback.filter((line) => line !== "" && !/^\s+at /.test(line));
    return [{ ...output, evalue: plain(output.evalue), traceback: lines.map(plain) }];
  }
  const data = mapValues(output.data, (value, type) => {
    const text = type === "text/plain" && typeof value === "string" ? plain(value) : value;
    return textOnDisk(text, type);
  });
  return [{
    ...output,
    data,
    ...output.output_type === "execute_result" && { execution_count: count },
  }];
}

const textTypes = /^text\/|^image\/svg\+xml$|^application\/javascript$/;

function textOnDisk(value: unknown, type: string): unknown {
  return textTypes.test(type) && typeof value === "string" ? lines(value) : value;
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

function only<Value>(
  record: Readonly<Record<string, Value>>,
  isKept: (name: string, value: unknown) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name, value]) => isKept(name, value)));
}
