import { type MemberNode, parse, type ValueNode } from "@humanwhocodes/momoa";
import { levenshteinDistance } from "@std/text";
import type { z } from "zod";
import { type Problem, shown } from "../errors/problem.ts";
import { endOf, type Position } from "../input/read_file.ts";
import { readText } from "./read_text.ts";

/** A JSON file that is what its schema says. */
export interface JsonFile<Value> {
  readonly value: Value;
  /** The file as it is written, before the schema made anything of it. */
  readonly source: unknown;
  /** Adds a problem that points at the value of a path of keys and indices. */
  report(path: readonly PropertyKey[], message: string): void;
}

/**
 * Reads a JSON file and collects every problem of it: that it is none, a key twice, a misspelt key, what the schema refuses.
 *
 * @param path The file.
 * @param schema What it must hold.
 * @param problems Where problems are added.
 * @returns The value; `undefined` if it cannot be used.
 */
export async function readJson<Schema extends z.ZodObject>(
  path: string,
  schema: Schema,
  problems: Problem[],
): Promise<JsonFile<z.infer<Schema>> | undefined> {
  const text = await readText(path, problems);
  if (text === undefined) return undefined;
  const known = problems.length;
  const root = parseText(text, (place, message) => problems.push({ path, ...place, message }));
  if (root === undefined) return undefined;
  const report = (keys: readonly PropertyKey[], message: string) => {
    problems.push({
      path,
      ...placeOf(root, keys),
      message: keys.length ? `${keys.join(".")}: ${message}` : message,
    });
  };
  const source: unknown = JSON.parse(text);
  for (const { key, meant } of misspeltKeys(source, Object.keys(schema.shape))) {
    report([key], `expected a key such as ${meant}, found "${key}"`);
  }
  const parsed = schema.safeParse(source, { reportInput: true });
  for (const issue of parsed.error?.issues ?? []) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
    const places = unknown.length ? unknown.map((key) => [...issue.path, key]) : [issue.path];
    for (const keys of places) report(keys, explainIssue(issue));
  }
  return parsed.success && problems.length === known
    ? { value: parsed.data, source, report }
    : undefined;
}

/**
 * What a schema wanted of a value, and what it found.
 *
 * @param issue What zod says; with its input, where the schema was asked to report it.
 * @param found How the value stands in the file, if it is no JSON.
 * @returns Such as `expected a whole number from 1 on, found "0"`.
 */
export function explainIssue(issue: z.core.$ZodIssue, found?: string): string {
  if (issue.code === "unrecognized_keys") return "unknown key";
  const wanted = issue.message.replace(/^(Invalid|Too) \w+: /, "").replace(/, received .*$/, "")
    .replace("Invalid URL", "expected a URL");
  return `${wanted}, found ${quote(found === undefined ? issue.input : found)}`;
}

function quote(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === Infinity || value === -Infinity) return "a number too large to be one";
  return shown(typeof value === "string" ? `"${value}"` : JSON.stringify(value));
}

function parseText(
  text: string,
  report: (place: Position, message: string) => void,
): ValueNode | undefined {
  try {
    const root = parse(text).body;
    reportRepeatedKeys(root, report);
    return root;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const conflict = /^<{7} /m.exec(text);
    if (conflict) {
      const message = "an unresolved merge conflict; choose one side, and remove its marks";
      return void report(endOf(text.slice(0, conflict.index)), message);
    }
    const { line = 1, column = 1 } = error as Partial<Position> & Error;
    report({ line, column }, `not JSON: ${error.message.replace(/ ?\(\d+:\d+\)\.?$/, "")}`);
  }
}

/** Where a value begins; of one that is missing, the innermost object or array that would hold it. */
function placeOf(root: ValueNode, path: readonly PropertyKey[]): Position {
  let node = root;
  for (const step of path) {
    const next = node.type === "Object"
      ? node.members.find((member) => nameOf(member) === step)?.value
      : node.type === "Array"
      ? node.elements[Number(step)]?.value
      : undefined;
    if (next === undefined) break;
    node = next;
  }
  const { line, column } = node.loc.start;
  return { line, column };
}

function reportRepeatedKeys(
  node: ValueNode,
  report: (place: Position, message: string) => void,
): void {
  if (node.type === "Array") {
    for (const element of node.elements) reportRepeatedKeys(element.value, report);
  }
  if (node.type !== "Object") return;
  const seen = new Set<string>();
  for (const member of node.members) {
    const name = nameOf(member);
    const { line, column } = member.name.loc.start;
    if (seen.has(name)) report({ line, column }, `${name}: stands twice in one object`);
    seen.add(name);
    reportRepeatedKeys(member.value, report);
  }
}

function nameOf({ name }: MemberNode): string {
  return name.type === "String" ? name.value : name.name;
}

/** Keys that are not read, but are so near to one that is that it was meant; others belong to other tools. */
function misspeltKeys(
  value: unknown,
  known: readonly string[],
): { readonly key: string; readonly meant: string }[] {
  return Object.keys(Object(value)).filter((key) => !known.includes(key)).flatMap((key) => {
    const meant = known.find((one) => levenshteinDistance(key.toLowerCase(), one) <= 2);
    return meant === undefined ? [] : [{ key, meant }];
  });
}
