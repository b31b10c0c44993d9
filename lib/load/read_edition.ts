import { Edition } from "../model/edition.ts";
import { explainIssue } from "./explain_issue.ts";
import { parseJson, placeInJson } from "./parse_json.ts";
import type { Problem } from "./problem.ts";
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
  if (parsed.success) return parsed.data;
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
