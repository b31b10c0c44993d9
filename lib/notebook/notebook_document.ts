import * as z from "zod";
import { InputError, inReadingOrder, type Problem } from "../errors/problem.ts";
import { explainIssues, parseJson, problemInJson } from "../input/parse_json.ts";
import { readFileText, UnreadableFile } from "../input/read_file.ts";

const text = z.union([z.string(), z.array(z.string())], { error: "expected a text or its lines" })
  .transform((lines) => typeof lines === "string" ? lines : lines.join(""));

/** What a text of JSON gives is JSON: to look through all of it would take most of the time that reading takes. */
const json = z.custom<z.core.util.JSONType>();

const metadata = z.record(z.string(), json);

const jsonType = /^application\/(.*\+)?json$/;
const mimeBundle = z.record(z.string(), json).transform((bundle) => {
  const entries = Object.entries(bundle)
    .map(([type, value]) => [type, jsonType.test(type) ? value : joinLines(value)] as const);
  return Object.fromEntries(entries);
});

const count = z.int().min(0).nullable();

/** What an output of a code cell must look like. */
export const outputSchema = z.discriminatedUnion("output_type", [
  z.strictObject({ output_type: z.literal("stream"), name: z.string(), text }),
  z.strictObject({ output_type: z.literal("display_data"), data: mimeBundle, metadata }),
  z.strictObject({
    output_type: z.literal("execute_result"),
    execution_count: count,
    data: mimeBundle,
    metadata,
  }),
  z.strictObject({
    output_type: z.literal("error"),
    ename: z.string(),
    evalue: z.string(),
    traceback: z.array(z.string()),
  }),
]);

const ofEvery = {
  id: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/, {
    error: 'expected 1 to 64 letters, digits, "-" or "_"',
  }),
  metadata,
  source: text,
};
const attachments = z.record(z.string(), mimeBundle).optional();

const cell = z.discriminatedUnion("cell_type", [
  z.strictObject({
    cell_type: z.literal("code"),
    ...ofEvery,
    outputs: z.array(outputSchema),
    execution_count: count,
  }),
  z.strictObject({ cell_type: z.literal("markdown"), ...ofEvery, attachments }),
  z.strictObject({ cell_type: z.literal("raw"), ...ofEvery, attachments }),
]);

/** What a notebook file must look like: nbformat 4.5 or a later 4. */
const notebookSchema = z.strictObject({
  nbformat: z.literal(4),
  nbformat_minor: z.int().min(5),
  metadata,
  cells: z.array(cell),
});

/** A notebook in memory: nbformat 4.5, with every text as one string. */
export type NotebookDocument = z.infer<typeof notebookSchema>;

/** A cell of a notebook: code, Markdown or raw. */
export type NotebookCell = NotebookDocument["cells"][number];

/** A cell that the kernel runs. */
export type CodeCell = Extract<NotebookCell, { cell_type: "code" }>;

/** An output of a code cell: a stream, a display, a result or an error. */
export type CellOutput = CodeCell["outputs"][number];

function joinLines(value: z.core.util.JSONType): z.core.util.JSONType {
  const isLines = Array.isArray(value) && value.every((line) => typeof line === "string");
  return isLines ? value.join("") : value;
}

/** How deep values may lie in one another; what goes deeper breaks those who read it. */
const deepest = 100;

/** Whether a value of JSON nests deeper than anybody writes. */
export function nestsTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((one) =>
      typeof one === "object" && one !== null ? Object.values(one) : []
    );
  }
  return false;
}

const format = z.object({ nbformat: z.int(), nbformat_minor: z.int() });

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
  const { nbformat = 4, nbformat_minor: minor = 5 } = format.safeParse(json).data ?? {};
  const isOlder = nbformat === 4 && minor >= 0;
  // Another format has not what is asked of this one, of which its number is the cause.
  const problems = nbformat !== 4 || minor < 5
    ? [{
      keys: [nbformat === 4 ? "nbformat_minor" : "nbformat"],
      message: `expected nbformat 4.5, found ${nbformat}.${minor}: ${
        isOlder ? "deno task check --fix upgrades it" : "Jupyter saves it so"
      }`,
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
