import { machinePaths } from "./machine_paths.ts";
import { foreignLanguage, isMadeUp } from "./mend_notebook.ts";
import type { CellOutput, CodeCell, NotebookCell, NotebookDocument } from "./notebook_document.ts";
import type { ProblemInCell } from "./notebook_problem.ts";
import { serializeNotebook } from "./serialize_notebook.ts";

/** What one output may hold at most, in bytes of JSON. */
const largestOutput = 100_000;

const mend = "run all cells from the top, as deno task reproduce does";

/**
 * What a notebook says beside its code: how it was run, how it is written, and what is left in it.
 *
 * @param text The text of the file.
 * @param document The same, parsed.
 */
export function documentProblems(text: string, document: NotebookDocument): ProblemInCell[] {
  return [
    ...notCanonical(text, serializeNotebook(document)),
    ...ofKernel(document),
    ...executions(document),
    ...ofMetadata(document),
    ...document.cells.flatMap((cell, index) => [
      ...ofSource(cell, index + 1),
      ...cell.cell_type === "code" ? ofOutputs(cell, index + 1) : [],
    ]),
  ];
}

/** The first line that is not as in canonical form; counts of executions are a problem of their own. */
function notCanonical(text: string, canonical: string): ProblemInCell[] {
  if (text === canonical) return [];
  const [found, expected] = [text, canonical].map((one) => one.split("\n"));
  const isCount = (line: string | undefined) => /^ *"execution_count": /.test(line ?? "");
  const length = Math.max(found.length, expected.length);
  const index = Array.from({ length }, (_, index) => index).findIndex((index) =>
    found[index] !== expected[index] && !(isCount(found[index]) && isCount(expected[index]))
  );
  if (index < 0) return [];
  const [was, is] = [found[index], expected[index]];
  const same = [...was ?? ""].findIndex((unit, at) => unit !== is?.[at]);
  const column = same < 0 ? (was ?? "").length + 1 : same + 1;
  const message = `not in canonical form: expected ${excerpt(is, column)}, found ${
    excerpt(was, column)
  }; deno task check --fix writes it so`;
  return [{ line: index + 1, column, message, code: "not-canonical" }];
}

function excerpt(line: string | undefined, column: number): string {
  if (line === undefined) return "the end of the file";
  const from = Math.max(0, column - 30);
  const part = line.slice(from, from + 60);
  return `${from > 0 ? "…" : ""}${JSON.stringify(part)}${line.length > from + 60 ? "…" : ""}`;
}

/** The kernel runs TypeScript and JavaScript, whatever a notebook was written for. */
function ofKernel({ metadata }: NotebookDocument): ProblemInCell[] {
  const language = foreignLanguage(metadata);
  if (language === undefined) return [];
  const message = `expected cells in TypeScript, found a notebook for ${language}`;
  return [{ message, code: "other-language" }];
}

/** What clients write beside the cells names files, too. */
function ofMetadata({ metadata, cells }: NotebookDocument): ProblemInCell[] {
  const ofCells = cells.map(({ id, metadata }, index) => ({
    ...{ cell: id, cellNumber: index + 1, metadata },
  }));
  return [{ metadata }, ...ofCells].flatMap(({ metadata, ...at }) => {
    const [found] = textsIn(metadata).flatMap(machinePaths);
    if (!found) return [];
    const message = `${pathMessage(found.path)}; it stands in the metadata`;
    return [{ ...at, message, code: "machine-path" }];
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Counts are 1, 2, 3 and so on; where one is not, the next is held against it. */
function executions({ cells }: NotebookDocument): ProblemInCell[] {
  const code = cells.map((cell, index) => ({ cell, cellNumber: index + 1 }))
    .filter(({ cell }) => cell.cell_type === "code" && cell.source.trim() !== "");
  const counts = code.map(({ cell }) => cell.cell_type === "code" ? cell.execution_count : null);
  if (counts.every((count) => count === null)) return [];
  let previous = 0;
  return code.flatMap(({ cell: { id }, cellNumber }, index) => {
    const count = counts[index], expected = previous + 1;
    if (count !== null) previous = count;
    if (count === expected) return [];
    const found = count === null
      ? "has not run, though others have"
      : `expected execution ${expected}, found ${count}`;
    return [{ cell: id, cellNumber, message: `${found}: ${mend}`, code: "execution-order" }];
  });
}

function ofSource({ id, source }: NotebookCell, cellNumber: number): ProblemInCell[] {
  const lines = source.split("\n");
  const paths = machinePaths(source).map(({ line, column, path }) => ({
    ...{ cell: id, cellNumber, line, column, message: pathMessage(path) },
    code: "machine-path",
    source: lines[line - 1],
  }));
  if (!isMadeUp(id)) return paths;
  const message = 'an id that nobody chose: name the cell by what it does, such as "growth"';
  return [{ cell: id, cellNumber, message, code: "unnamed-cell" }, ...paths];
}

function ofOutputs({ id, outputs }: CodeCell, cellNumber: number): ProblemInCell[] {
  return outputs.flatMap((output, index) => {
    const at = (code: string, message: string) => ({
      ...{ cell: id, cellNumber, output: index + 1, code, message },
    });
    if (output.output_type === "error") {
      return [at("error-output", `an error is left in it: ${output.ename}: ${output.evalue}`)];
    }
    const bytes = bytesOf(output);
    const [path] = textsOf(output).flatMap(machinePaths);
    return [
      ...bytes > largestOutput ? [at("large-output", sizeMessage(bytes, output))] : [],
      ...path ? [at("machine-path", pathMessage(path.path))] : [],
    ];
  });
}

function pathMessage(path: string): string {
  return `a path of one machine: ${path}; name files relative to the project`;
}

function sizeMessage(bytes: number, output: CellOutput): string {
  const size = (value: unknown) => Math.ceil(bytesOf(value) / 1000);
  const parts = "data" in output
    ? Object.entries(output.data).map(([type, value]) => `${type} ${size(value)}`).join(", ")
    : "text";
  return `${Math.ceil(bytes / 1000)} KB, more than ${
    largestOutput / 1000
  } (${parts}): show fewer rows, or less of each`;
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** What of an output is text, and not the bytes of a picture. */
function textsOf(output: Exclude<CellOutput, { output_type: "error" }>): string[] {
  if (output.output_type === "stream") return [output.text];
  return Object.entries(output.data).flatMap(([type, value]) => {
    const isText = !/^(image|audio|video)\/(?!svg)|^application\/(pdf|octet-stream)/.test(type);
    return isText ? [typeof value === "string" ? value : JSON.stringify(value)] : [];
  });
}
