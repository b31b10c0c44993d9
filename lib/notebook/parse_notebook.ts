import { z } from "zod";
import { InputError, inReadingOrder, type Problem } from "../errors/problem.ts";
import { readFileText, UnreadableFile } from "../input/read_file.ts";
import { explainIssues, parseJson, problemInJson } from "../input/parse_json.ts";
import {
  deepest,
  nestsTooDeep,
  type NotebookDocument,
  notebookSchema,
} from "./notebook_document.ts";

const olderFormat = z.object({ nbformat: z.literal(4), nbformat_minor: z.int().max(4) });

/** A file that is not a notebook that can be run, with every reason and its place. */
export class MalformedNotebook extends InputError {
  override readonly name = "MalformedNotebook";
  readonly isMissing: boolean;

  /**
   * @param path The file.
   * @param problems Every problem found, first the one nearest to the start.
   * @param options Whether there is no such file.
   */
  constructor(
    path: string,
    problems: readonly Omit<Problem, "path">[],
    { isMissing = false }: { readonly isMissing?: boolean } = {},
  ) {
    super(`Cannot read notebook "${path}"`, problems.map((problem) => ({ path, ...problem })));
    this.isMissing = isMissing;
  }
}

/**
 * Reads a notebook file.
 *
 * @param path The file.
 * @throws {MalformedNotebook} Listing every reason why it is none; `isMissing` if there is no such file.
 */
export async function readNotebook(
  path: string,
): Promise<{ readonly text: string; readonly document: NotebookDocument }> {
  try {
    const text = await readFileText(path);
    return { text, document: parseNotebook(text, path) };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { isMissing, problems: [problem] } = error;
    const message = isMissing ? "expected a notebook, found no such file" : problem.message;
    throw new MalformedNotebook(path, [{ ...problem, message }], { isMissing });
  }
}

/** Reads a notebook file; `undefined` where it is none, which its run or its check tells. */
export async function readIfNotebook(path: string): Promise<NotebookDocument | undefined> {
  try {
    return (await readNotebook(path)).document;
  } catch (error) {
    if (error instanceof MalformedNotebook) return undefined;
    throw error;
  }
}

/**
 * Reads the text of a notebook file as nbformat 4.5.
 *
 * @param text The text of the file.
 * @param path Its name, for the error.
 * @returns The notebook; texts that the file keeps as lines are joined.
 * @throws {MalformedNotebook} Listing every problem with its line and column.
 */
export function parseNotebook(text: string, path: string): NotebookDocument {
  const json = parseNotebookJson(text, path);
  const parsed = notebookSchema.safeParse(json, { reportInput: true });
  // An older format lacks much that is asked of this one, of which its number is the cause.
  const older = olderFormat.safeParse(json).data;
  const problems = older
    ? [{
      keys: ["nbformat_minor"],
      message:
        `expected nbformat 4.5, found 4.${older.nbformat_minor}: deno task check --fix upgrades it`,
    }]
    : parsed.success
    ? repeatedIds(parsed.data)
    : explainIssues(parsed.error);
  if (parsed.success && problems.length === 0) return parsed.data;
  const root = parseJson(text, () => {})?.root;
  const placed = problems.map((one) => ({ path, ...problemInJson(root, one.keys, one.message) }));
  throw new MalformedNotebook(path, inReadingOrder(placed));
}

/**
 * Reads the text of a notebook file as JSON.
 *
 * @throws {MalformedNotebook} If it is none, with the place.
 */
export function parseNotebookJson(text: string, path: string): unknown {
  const problems: Omit<Problem, "path">[] = [];
  try {
    const value = JSON.parse(text);
    if (!nestsTooDeep(value)) return value;
    const message = `expected at most ${deepest} levels of objects and lists, found more`;
    problems.push({ message });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (text.trim() === "") problems.push({ line: 1, column: 1, message: "the file is empty" });
    else parseJson(text, (place, message) => problems.push({ ...place, message }));
  }
  throw new MalformedNotebook(path, problems);
}

function repeatedIds({ cells }: NotebookDocument): { keys: PropertyKey[]; message: string }[] {
  return cells.flatMap(({ id }, index) => {
    const first = cells.findIndex((cell) => cell.id === id);
    if (first === index) return [];
    const message = `expected an id of its own, found "${id}" of cell ${
      first + 1
    } again: deno task check --fix gives one`;
    return [{ keys: ["cells", index, "id"], message }];
  });
}
