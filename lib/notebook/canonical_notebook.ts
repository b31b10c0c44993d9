import { stripVTControlCharacters } from "node:util";
import type { CellOutput, CodeCell, NotebookCell, NotebookDocument } from "./notebook_document.ts";

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
  const metadata = only(cell.metadata, [...ofAuthorsInCells, ...chosenByAuthor(cell.metadata)]);
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
function chosenByAuthor({ deletable, editable, slideshow }: NotebookCell["metadata"]): string[] {
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
