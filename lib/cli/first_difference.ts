import { MalformedNotebook, parseNotebook } from "../notebook/parse_notebook.ts";
import type { NotebookDocument } from "../notebook/notebook_document.ts";
import type { FileChange } from "./write_together.ts";

/**
 * Says how a file differs from what it would be made.
 *
 * @param change What the file would be made.
 * @returns The file with the first line, or the cell, that differs; `undefined` if it is so already.
 */
export async function firstDifference({ path, content }: FileChange): Promise<string | undefined> {
  const current = await Deno.readFile(path).catch((error) => {
    const { NotFound, NotADirectory } = Deno.errors;
    if (error instanceof NotFound || error instanceof NotADirectory) return undefined;
    throw error;
  });
  if (content === undefined) return current && `${path}: no notebook gives it; it would be removed`;
  if (current === undefined) return `${path}: is not there; it would be written`;
  if (typeof content !== "string") {
    const isSame = content.length === current.length &&
      content.every((byte, index) => byte === current[index]);
    return isSame ? undefined : `${path}: its bytes would change`;
  }
  const text = new TextDecoder().decode(current);
  if (text === content) return undefined;
  return path.endsWith(".ipynb")
    ? `${path}${inNotebook(text, content)}`
    : `${path}:${firstLine(text, content)}`;
}

/** `3: found "…", would be "…"`. */
function firstLine(before: string, after: string): string {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  const at = old.findIndex((line, index) => line !== fresh[index]);
  const index = at < 0 ? old.length : at;
  return `${index + 1}: found ${shown(old[index])}, would be ${shown(fresh[index])}`;
}

function shown(line: string | undefined): string {
  return line === undefined ? "no such line" : JSON.stringify(line.trim().slice(0, 120));
}

function inNotebook(before: string, after: string): string {
  const [old, fresh] = [cellsOf(before), cellsOf(after)];
  for (const [index, cell] of fresh.entries()) {
    const earlier = old[index];
    if (JSON.stringify(earlier) === JSON.stringify(cell)) continue;
    const [was, is] = [earlier, cell].map((one) => JSON.stringify(one, null, 1));
    return ` [cell "${cell.id}"]: line ${firstLine(was ?? "", is)}`;
  }
  return `:${firstLine(before, after)}`;
}

/** None of what is no notebook. */
function cellsOf(text: string): NotebookDocument["cells"] {
  try {
    return parseNotebook(text, "").cells;
  } catch (error) {
    if (error instanceof MalformedNotebook) return [];
    throw error;
  }
}
