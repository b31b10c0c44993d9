import { levenshteinDistance } from "@std/text";
import type { z } from "zod";
import { makePrintable, type Problem } from "../errors/problem.ts";
import { parseJson, placeInJson } from "../input/parse_json.ts";
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
  const json = parseJson(text, (place, message) => problems.push({ path, ...place, message }));
  if (json === undefined) return undefined;
  const { root, value: source } = json;
  const report = (keys: readonly PropertyKey[], message: string) => {
    problems.push({
      path,
      ...placeInJson(root, keys),
      message: keys.length ? `${keys.join(".")}: ${message}` : message,
    });
  };
  const misspelt = misspeltKeys(source, Object.keys(schema.shape));
  for (const { key, meant } of misspelt) {
    report([key], `expected a key such as ${meant}, found "${key}"`);
  }
  const parsed = schema.safeParse(source, { reportInput: true });
  for (const issue of parsed.error?.issues ?? []) {
    const isTold = (key: string) =>
      issue.path.length === 0 && misspelt.some((one) => one.key === key);
    const places = issue.code === "unrecognized_keys"
      ? issue.keys.filter((key) => !isTold(key)).map((key) => [...issue.path, key])
      : [issue.path];
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
  const { message } = issue.code === "invalid_key" ? issue.issues[0] ?? issue : issue;
  const wanted = message.replace(/^(Invalid|Too) \w+: /, "").replace(/, received .*$/, "")
    .replace("Invalid URL", "expected a URL");
  return `${wanted}, found ${quote(found === undefined ? issue.input : found)}`;
}

function quote(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === Infinity || value === -Infinity) return "a number too large to be one";
  return makePrintable(typeof value === "string" ? `"${value}"` : JSON.stringify(value));
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
