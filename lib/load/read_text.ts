import { endOf, readFileText, UnreadableFile } from "../input/read_file.ts";
import type { Problem } from "../errors/problem.ts";

/**
 * Reads a file as UTF-8 text with line feeds, or says why it is not one.
 *
 * @param path The file.
 * @param problems Where problems are added.
 * @param options Whether the file may lack; its text is then empty.
 * @returns The text, or `undefined` if the file cannot be used at all.
 */
export async function readText(
  path: string,
  problems: Problem[],
  { isOptional = false }: { readonly isOptional?: boolean } = {},
): Promise<string | undefined> {
  try {
    const text = await readFileText(path);
    if (text.trim() === "") throw new UnreadableFile(path, "the file is empty");
    if (text.startsWith("\ufeff")) {
      const message = "begins with a BOM; save as UTF-8 without BOM";
      problems.push({ path, line: 1, column: 1, message });
    }
    const carriage = text.indexOf("\r");
    if (carriage >= 0) {
      const message = "has CR line ends; save with LF";
      problems.push({ path, ...endOf(text.slice(0, carriage)), message });
    }
    return text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (isOptional && error.isMissing) return "";
    problems.push(...error.problems);
  }
}
