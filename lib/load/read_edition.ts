import { levenshteinDistance } from "@std/text";
import { Edition } from "../model/edition.ts";
import { explainIssue } from "./explain_issue.ts";
import { parseJson, placeInJson } from "./parse_json.ts";
import type { Problem } from "../errors/problem.ts";
import { readText } from "./read_text.ts";

/**
 * Reads `edition.json` and collects every problem of it.
 *
 * @param folder The edition's folder.
 * @param problems Where problems are added.
 * @returns The edition, or `undefined` if it cannot be used.
 */
export async function readEdition(
  folder: string,
  problems: Problem[],
): Promise<Edition | undefined> {
  const path = `${folder}/edition.json`;
  const text = await readText(path, problems);
  if (text === undefined) return undefined;
  const document = parseJson(text, (place, message) => problems.push({ path, ...place, message }));
  if (document === undefined) return undefined;
  const parsed = Edition.safeParse(document.value, { reportInput: true });
  const misspelt = misspeltKeys(document.value);
  for (const { key, meant } of misspelt) {
    const message = `${key}: expected a key of an edition, such as ${meant}, found "${key}"`;
    problems.push({ path, ...placeInJson(document.root, [key]), message });
  }
  if (parsed.success) return misspelt.length === 0 ? parsed.data : undefined;
  for (const issue of parsed.error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
    const places = unknown.length ? unknown.map((key) => [...issue.path, key]) : [issue.path];
    for (const keys of places) {
      const place = placeInJson(document.root, keys);
      const message = `${keys.join(".") || "edition"}: ${explainIssue(issue)}`;
      problems.push({ path, ...place, message });
    }
  }
  return undefined;
}

/** Keys that are not read, but are so near to one that is that it was meant; others belong to other tools. */
function misspeltKeys(value: unknown): { readonly key: string; readonly meant: string }[] {
  const known = Object.keys(Edition.shape);
  return Object.keys(Object(value)).filter((key) => !known.includes(key)).flatMap((key) => {
    const meant = known.find((one) => levenshteinDistance(key.toLowerCase(), one) <= 2);
    return meant === undefined ? [] : [{ key, meant }];
  });
}
