import { Edition } from "../model/edition.ts";
import type { Problem } from "./problem.ts";
import { readText } from "./read_text.ts";

/**
 * Reads `edition.json` and collects every problem of it.
 *
 * @returns The edition, or `undefined` if it cannot be used.
 */
export async function readEdition(
  folder: string,
  problems: Problem[],
): Promise<Edition | undefined> {
  const path = `${folder}/edition.json`;
  const text = await readText(path, problems);
  if (text === undefined) return undefined;
  const json = parseJson(text, path, problems);
  if (json === undefined) return undefined;
  const parsed = Edition.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const key = issue.path.join(".");
    const line = lineOf(text, issue.path);
    problems.push({ path, line, column: 1, message: `${key || "edition"}: ${issue.message}` });
  }
  return undefined;
}

function parseJson(text: string, path: string, problems: Problem[]): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [, line, column] = /line (\d+) column (\d+)/.exec(error.message) ?? [];
    problems.push({
      path,
      line: Number(line ?? 1),
      column: Number(column ?? 1),
      message: error.message,
    });
    return undefined;
  }
}

function lineOf(text: string, keys: readonly PropertyKey[]): number {
  let from = 0;
  for (const key of keys) {
    const found = text.indexOf(`"${String(key)}"`, from);
    if (found >= 0) from = found;
  }
  return text.slice(0, from).split("\n").length;
}
