import { parse as parseJson, type ValueNode } from "@humanwhocodes/momoa";
import { z } from "zod";
import { deepest, nestsTooDeep } from "./nesting.ts";
import { type NotebookDocument, notebookSchema } from "./notebook_document.ts";

const olderFormat = z.object({ nbformat: z.literal(4), nbformat_minor: z.int().max(4) });

/** A file that is not a notebook that can be run, with every reason and its place. */
export class MalformedNotebook extends Error {
  override readonly name = "MalformedNotebook";
  readonly isMissing: boolean;

  /**
   * @param path The file.
   * @param problems Every problem found, first the one nearest to the start.
   * @param options Whether there is no such file.
   */
  constructor(
    readonly path: string,
    readonly problems: readonly NotebookProblem[],
    { isMissing = false }: { readonly isMissing?: boolean } = {},
  ) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const lines = problems.map(({ line, column, message }) =>
      `${[path, line, column].filter((part) => part !== undefined).join(":")}: ${message}`
    );
    super([`Cannot read notebook "${path}": ${count}`, ...lines].join("\n"));
    this.isMissing = isMissing;
  }
}

/** One thing that is amiss in a notebook file; line and column count from 1, and are missing where all of it is meant. */
export interface NotebookProblem {
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
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
  const json = readJson(text, path);
  refuseOlder(json, { text, path });
  const parsed = notebookSchema.safeParse(json, { reportInput: true });
  const document = parsed.data;
  const problems = parsed.success
    ? repeatedIds(parsed.data)
    : parsed.error.issues.map((issue) => ({ path: issue.path, message: wantedAndFound(issue) }));
  if (document && problems.length === 0) return document;
  const root = parseJson(text).body;
  const placed = problems.map(({ path, message }) => ({
    ...placeOf(root, path),
    message: path.length ? `${path.join(".")}: ${message}` : message,
  }));
  throw new MalformedNotebook(path, placed.sort((a, b) => a.line - b.line || a.column - b.column));
}

/** An older format lacks much that is asked of this one, of which its number is the cause. */
function refuseOlder(json: unknown, { text, path }: { text: string; path: string }): void {
  const found = olderFormat.safeParse(json).data;
  if (!found) return;
  const message =
    `expected nbformat 4.5, found 4.${found.nbformat_minor}: deno task check --fix upgrades it`;
  const place = placeOf(parseJson(text).body, ["nbformat_minor"]);
  throw new MalformedNotebook(path, [{ ...place, message }]);
}

/**
 * Reads the text of a notebook file as JSON.
 *
 * @throws {MalformedNotebook} If it is none, with the place.
 */
export function readJson(text: string, path: string): unknown {
  try {
    const value = JSON.parse(text);
    if (!nestsTooDeep(value)) return value;
    const message = `expected at most ${deepest} levels of objects and lists, found more`;
    throw new MalformedNotebook(path, [{ message }]);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new MalformedNotebook(path, [jsonProblem(text, error.message)]);
  }
}

function jsonProblem(text: string, reason: string): NotebookProblem {
  if (text.trim() === "") return { line: 1, column: 1, message: "the file is empty" };
  if (/^<{7} /m.test(text)) {
    const line = text.split("\n").findIndex((line) => line.startsWith("<<<<<<< ")) + 1;
    return { line, column: 1, message: "an unresolved merge conflict; resolve it, then run again" };
  }
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof Error && "line" in error && "column" in error) {
      const message = error.message.replace(/ ?\(\d+:\d+\)\.?$/, "");
      return {
        line: Number(error.line),
        column: Number(error.column),
        message: `not JSON: ${message}`,
      };
    }
  }
  return { line: 1, column: 1, message: `not JSON: ${reason}` };
}

function repeatedIds(document: NotebookDocument): { path: PropertyKey[]; message: string }[] {
  const first = new Map<string, number>();
  return document.cells.flatMap(({ id }, index) => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const message = `expected an id of its own, found "${id}" of cell ${
      earlier + 1
    } again: deno task check --fix gives one`;
    return [{ path: ["cells", index, "id"], message }];
  });
}

function wantedAndFound({ message, input }: z.core.$ZodIssue): string {
  const wanted = message.replace(/, received .*$/, "").replace("record", "object")
    .replace(/^Invalid (input: e|discriminator value. E)xpected/, "expected")
    .replace(/^Unrecognized key/, "unknown key");
  if (!wanted.startsWith("expected")) return wanted;
  return `${wanted}, found ${input === undefined ? "nothing" : JSON.stringify(input).slice(0, 60)}`;
}

function placeOf(root: ValueNode, path: readonly PropertyKey[]): { line: number; column: number } {
  let node = root;
  for (const step of path) {
    const next = node.type === "Object"
      ? node.members.find(({ name }) => name.type === "String" && name.value === step)?.value
      : node.type === "Array"
      ? node.elements[Number(step)]?.value
      : undefined;
    if (!next) break;
    node = next;
  }
  const { line, column } = node.loc.start;
  return { line, column };
}
