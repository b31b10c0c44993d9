import { foreignLanguage, isMadeUp } from "./mend_notebook.ts";
import type { CellOutput, NotebookDocument } from "./notebook_document.ts";
import type { FoundProblem } from "./notebook_problem.ts";
import { serializeNotebook } from "./serialize_notebook.ts";

/** What one output may hold at most, in bytes of JSON. */
const largestOutput = 100_000;

/**
 * What a notebook says beside its code: how it was run, how it is written, and what is left in it.
 *
 * @param text The text of the file.
 * @param document The same, parsed.
 */
export function documentProblems(text: string, document: NotebookDocument): FoundProblem[] {
  const { metadata, cells } = document, found = notCanonical(text, serializeNotebook(document));
  const tell = (code: string, message: string, place: Partial<FoundProblem>) =>
    found.push({ ...place, code, message });
  const tellPath = (path: string, place: Partial<FoundProblem>, where = "") =>
    tell(
      "machine-path",
      `a path of one machine: ${path}; name files relative to the project${where}`,
      place,
    );
  // The kernel runs TypeScript and JavaScript, whatever a notebook was written for.
  const language = foreignLanguage(metadata);
  if (language !== undefined) {
    tell("other-language", `expected cells in TypeScript, found a notebook for ${language}`, {});
  }
  // What clients write beside the cells names files, too.
  for (const { metadata: kept, id: cell } of [{ metadata, id: undefined }, ...cells]) {
    const [first] = textsIn(kept).flatMap(machinePaths);
    if (first) tellPath(first.path, { cell }, "; it stands in the metadata");
  }
  const code = cells.filter((cell) => cell.cell_type === "code");
  const toRun = code.filter(({ source }) => source.trim() !== "");
  // Counts are 1, 2, 3 and so on; where one is not, the next is held against it.
  const hasRun = toRun.some(({ execution_count }) => execution_count !== null);
  let expected = 1;
  for (const { id: cell, execution_count: count } of toRun) {
    const how = count === null
      ? "has not run, though others have"
      : `expected execution ${expected}, found ${count}`;
    const message = `${how}: run all cells from the top, as deno task reproduce does`;
    if (hasRun && count !== expected) tell("execution-order", message, { cell });
    expected = (count ?? expected - 1) + 1;
  }
  for (const { id: cell, source } of cells) {
    const message = 'an id that nobody chose: name the cell by what it does, such as "growth"';
    if (isMadeUp(cell)) tell("unnamed-cell", message, { cell });
    for (const { path, ...place } of machinePaths(source)) tellPath(path, { cell, ...place });
  }
  for (const { id: cell, outputs } of code) {
    for (const [index, output] of outputs.entries()) {
      const place = { cell, output: index + 1 };
      if (output.output_type === "error") {
        tell("error-output", `an error is left in it: ${output.ename}: ${output.evalue}`, place);
        continue;
      }
      const bytes = bytesOf(output);
      if (bytes > largestOutput) tell("large-output", sizeMessage(bytes, output), place);
      const [first] = textsOf(output).flatMap(machinePaths);
      if (first) tellPath(first.path, place);
    }
  }
  return found;
}

/** The first line that is not as in canonical form; counts of executions are a problem of their own. */
function notCanonical(text: string, canonical: string): FoundProblem[] {
  if (text === canonical) return [];
  const [found, expected] = [text, canonical].map((one) => one.split("\n"));
  const isCount = (line: string | undefined) => /^ *"execution_count": /.test(line ?? "");
  const longer = found.length > expected.length ? found : expected;
  const index = longer.findIndex((_, index) =>
    found[index] !== expected[index] && !(isCount(found[index]) && isCount(expected[index]))
  );
  if (index < 0) return [];
  const [was, is] = [found[index], expected[index]];
  const same = [...was ?? ""].findIndex((unit, at) => unit !== is?.[at]);
  const column = same < 0 ? (was ?? "").length + 1 : same + 1;
  const [wanted, there] = [is, was].map((line) => excerpt(line, column));
  const message =
    `not in canonical form: expected ${wanted}, found ${there}; deno task check --fix ` +
    "writes it so";
  return [{ line: index + 1, column, message, code: "not-canonical" }];
}

function excerpt(line: string | undefined, column: number): string {
  if (line === undefined) return "the end of the file";
  const from = Math.max(0, column - 30);
  const part = line.slice(from, from + 60);
  return `${from > 0 ? "…" : ""}${JSON.stringify(part)}${line.length > from + 60 ? "…" : ""}`;
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function sizeMessage(bytes: number, output: CellOutput): string {
  const inKilobytes = (bytes: number) => Math.ceil(bytes / 1000);
  const parts = "data" in output
    ? Object.entries(output.data).map(([type, value]) => `${type} ${inKilobytes(bytesOf(value))}`)
    : ["text"];
  const [size, most] = [bytes, largestOutput].map(inKilobytes);
  return `${size} KB, more than ${most} (${parts.join(", ")}): show fewer rows, or less of each`;
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

/** Folders at the root of a machine that hold what is somebody's own. */
const posixFolder =
  "home|Users|root|work|workspace|tmp|private|mnt|media|Volumes|var/(?:folders|tmp)";

const windowsFolder = "Users|Windows|Program Files|ProgramData|Temp|Documents and Settings";

/** What may come before a path, so that neither URLs nor relative paths nor base64 are taken for one. */
const alone = "(?<![\\w.~/+)\\]}-])";

const places = [
  // A regular expression of one word has flags behind it.
  `${alone}/(?:${posixFolder})/(?![dgimsuvy]+(?:[^\\w./-]|$|\\.(?:test|exec|source)\\b))[\\w.~-]`,
  `(?<![\\w+.-])file://[\\w/]`,
  `(?<!\\w)[A-Za-z]:[\\\\/]{1,2}(?:${windowsFolder})[\\\\/]`,
  // Two backslashes are one in code.
  `(?<!\\w)[A-Za-z]:\\\\\\\\[\\w.]`,
  // Not what begins like an escape, such as a line feed.
  `(?<!\\w)[A-Za-z]:\\\\(?![nrtbfvux])\\w[\\w .-]+\\\\[\\w.]`,
  `(?<!\\w)[A-Z]:/(?!/)[\\w.-]+/[\\w.-]`,
].join("|");

const machinePath = new RegExp(`(?:${places})[^\\s"'\`<>)\\]}]*`, "g");

/**
 * Finds absolute paths of one machine: below the usual folders of POSIX, on a drive of Windows, or as a
 * `file:` URL.
 *
 * @param text Code, prose or an output.
 * @returns Each with its place; both count from 1.
 */
export function machinePaths(
  text: string,
): { readonly line: number; readonly column: number; readonly path: string }[] {
  return text.split("\n").flatMap((line, index) =>
    [...line.matchAll(machinePath)].map(({ 0: path, index: at }) => ({
      line: index + 1,
      column: at + 1,
      path,
    }))
  );
}
