import type { z } from "zod";
import { nearly } from "../errors/did_you_mean.ts";
import type { Problem } from "../errors/problem.ts";
import { explainIssues, parseJson, problemInJson } from "../input/parse_json.ts";
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
    problems.push({ path, ...problemInJson(root, keys, message) });
  };
  // Keys near to one that is read were meant for it; others belong to other tools.
  const read = Object.keys(schema.shape);
  const misspelt = Object.keys(Object(source)).filter((key) => !read.includes(key))
    .flatMap((key) => {
      const [meant] = nearly(key, read, 2);
      return meant === undefined ? [] : [{ key, meant }];
    });
  for (const { key, meant } of misspelt) {
    report([key], `expected a key such as ${meant}, found "${key}"`);
  }
  const parsed = schema.safeParse(source, { reportInput: true });
  for (const { keys, message } of parsed.success ? [] : explainIssues(parsed.error)) {
    const isTold = keys.length === 1 && misspelt.some(({ key }) => key === keys[0]);
    if (!isTold) report(keys, message);
  }
  return parsed.success && problems.length === known
    ? { value: parsed.data, source, report }
    : undefined;
}
