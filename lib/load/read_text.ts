import type { Problem } from "./problem.ts";

/**
 * Reads a file as UTF-8 text with line feeds, or says why it is not one.
 *
 * @param path The file.
 * @param problems Where problems are added.
 * @returns The text, or `undefined` if the file cannot be used at all.
 */
export async function readText(path: string, problems: Problem[]): Promise<string | undefined> {
  const bytes = await readBytes(path, problems);
  if (bytes === undefined) return undefined;
  const text = decode(bytes);
  if (text === undefined) {
    problems.push({ path, ...firstBadByte(bytes), message: "not UTF-8; save the file as UTF-8" });
    return undefined;
  }
  if (text.trim() === "") {
    problems.push({ path, message: "the file is empty" });
    return undefined;
  }
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
}

async function readBytes(path: string, problems: Problem[]): Promise<Uint8Array | undefined> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const missing = error instanceof Deno.errors.NotFound;
    problems.push({ path, message: missing ? "no such file" : `cannot be read: ${error.message}` });
    return undefined;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function firstBadByte(bytes: Uint8Array): { line: number; column: number } {
  const lenient = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return endOf(lenient.slice(0, lenient.indexOf("\ufffd")));
}

/** Where a text ends that begins at line 1, column 1. */
function endOf(text: string): { line: number; column: number } {
  const lines = text.split("\n");
  return { line: lines.length, column: lines[lines.length - 1].length + 1 };
}
