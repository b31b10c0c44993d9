import { type MemberNode, parse, type ValueNode } from "@humanwhocodes/momoa";
import type { z } from "zod";
import { makePrintable, type Problem } from "../errors/problem.ts";
import { mergeConflict, type Position } from "./read_file.ts";

/** A JSON text as a value, and as a tree that knows where each value stands, which is made when somebody asks for it. */
export interface JsonDocument {
  readonly value: unknown;
  readonly root: ValueNode;
}

/**
 * Reads a JSON text and reports what is at fault: a syntax error, or a key that an object has twice.
 *
 * @param text The text.
 * @param report Takes each problem.
 * @returns The document, or `undefined` if the text is not JSON.
 */
export function parseJson(
  text: string,
  report: (place: Position, message: string) => void,
): JsonDocument | undefined {
  let keyCount = 0, root: ValueNode | undefined;
  const count = (_: string, value: unknown) => {
    if (value instanceof Object && !Array.isArray(value)) keyCount += Object.keys(value).length;
    return value;
  };
  try {
    const value: unknown = JSON.parse(text, count);
    const document = {
      value,
      get root() {
        return root ??= parse(text).body;
      },
    };
    // What is between strings has a colon for each key, also for those that a later one replaced.
    const colons = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, "").split(":").length - 1;
    if (colons > keyCount || text.includes('"__proto__"')) reportKeys(document.root, report);
    return document;
  } catch (error) {
    const { message, ...place } = syntaxProblem(text, error);
    return void report(place, message);
  }
}

function syntaxProblem(text: string, thrown: unknown): Position & { readonly message: string } {
  const start = { line: 1, column: 1 };
  if (text.startsWith("\ufeff")) {
    return { ...start, message: "begins with a BOM; save as UTF-8 without BOM" };
  }
  const conflict = mergeConflict(text);
  if (conflict) return conflict;
  let error = thrown;
  try {
    parse(text);
  } catch (placed) {
    error = placed;
  }
  if (error instanceof RangeError) {
    return { ...start, message: "expected fewer lists and objects in each other" };
  }
  if (!(error instanceof Error)) throw error;
  const [, ...told] = / at position \d+ \(line (\d+) column (\d+)\)$/.exec(error.message) ?? [];
  const [line = 1, column = 1] = told.map(Number);
  const message = error.message.replace(/(?: ?\(\d+:\d+\)\.?| in JSON at position .*)$/, "");
  return { line, column, ...(error as Partial<Position>), message: `not JSON: ${message}` };
}

/**
 * A problem of a value of a JSON document, with the keys and indices that lead to it.
 *
 * @param root The document's tree; without it, the problem has no place.
 * @param keys Keys and indices from the root on.
 * @param message What is said of the value.
 * @returns The problem at the value; at the innermost object or array that holds it, if it is missing.
 */
export function problemInJson(
  root: ValueNode | undefined,
  keys: readonly PropertyKey[],
  message: string,
): Omit<Problem, "path"> {
  let node = root;
  for (const key of keys) {
    const next = node?.type === "Object"
      ? node.members.find((member) => nameOf(member) === key)?.value
      : node?.type === "Array"
      ? node.elements[Number(key)]?.value
      : undefined;
    if (next === undefined) break;
    node = next;
  }
  const { line, column } = node?.loc.start ?? {};
  return { line, column, message: keys.length ? `${keys.join(".")}: ${message}` : message };
}

/** Reports keys that stand twice, and the one that is none of an object of its own. */
function reportKeys(
  node: ValueNode,
  report: (place: Position, message: string) => void,
): void {
  if (node.type === "Array") {
    for (const element of node.elements) reportKeys(element.value, report);
  }
  if (node.type !== "Object") return;
  const seen = new Set<string>();
  for (const member of node.members) {
    const name = nameOf(member);
    const { line, column } = member.name.loc.start;
    if (seen.has(name)) report({ line, column }, `${name}: stands twice in one object`);
    if (name === "__proto__") report({ line, column }, `expected another key, found "${name}"`);
    seen.add(name);
    reportKeys(member.value, report);
  }
}

function nameOf({ name }: MemberNode): string {
  return name.type === "String" ? name.value : name.name;
}

/**
 * What a schema refuses of a JSON value, with the keys and indices that lead to each place.
 *
 * @param error What zod says, asked to report its input.
 */
export function explainIssues({ issues }: z.core.$ZodError) {
  return issues.flatMap((issue) => {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
    const places = unknown.length ? unknown.map((key) => [...issue.path, key]) : [issue.path];
    return places.map((keys) => ({ keys, message: explainIssue(issue) }));
  });
}

/** What a schema wanted of a value, and what it found, such as `expected a whole number from 1 on, found "0"`. */
function explainIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return "unknown key";
  const { message } = issue.code === "invalid_key" ? issue.issues[0] ?? issue : issue;
  const wanted = message.replace(/^(Invalid|Too) \w+: /, "").replace(/, received .*$/, "")
    .replace("Invalid URL", "expected a URL").replace(/^Invalid discriminator value. E/, "e")
    .replace("Invalid ISO datetime", "expected a time such as 2026-11-24T02:46:59Z")
    .replace("expected record", "expected object");
  const isChoice = issue.code === "invalid_union" && issue.discriminator !== undefined;
  const input = isChoice ? Object(issue.input)[issue.discriminator!] : issue.input;
  return `${wanted}, found ${quote(input)}`;
}

function quote(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === Infinity || value === -Infinity) return "a number too large to be one";
  return typeof value === "string"
    ? makePrintable(`"${value}"`)
    : makePrintable(JSON.stringify(value).slice(0, 60));
}
