import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import {
  MalformedNotebook,
  type NotebookDocument,
  parseNotebook,
} from "../notebook/notebook_document.ts";
import { type RunRecord, runRecord } from "../notebook/staleness/run_record.ts";
import type { FileChange } from "./write_together.ts";

/**
 * Says how a file differs from what a run makes it.
 *
 * @param change What a run makes it.
 * @returns The file with the first line, or the cell, that differs; `undefined` if it is so already.
 */
export async function firstDifference({ path, content }: FileChange): Promise<string | undefined> {
  const current = await Deno.readFile(path).catch((error) => {
    const { NotFound, NotADirectory } = Deno.errors;
    if (error instanceof NotFound || error instanceof NotADirectory) return undefined;
    throw error;
  });
  const said = words[chosenLanguage()].commands;
  if (content === undefined) return current && `${path}: ${said.isGone}`;
  if (current === undefined) return `${path}: ${said.isNew}`;
  if (typeof content !== "string") {
    const isSame = content.length === current.length &&
      content.every((byte, index) => byte === current[index]);
    return isSame ? undefined : `${path}: ${said.pixels}`;
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(current);
  if (text === content) return undefined;
  return path.endsWith(".ipynb")
    ? `${path}${inNotebook(text, content)}`
    : `${path}:${firstLine(text, content)}`;
}

/** `3: "…" → "…"`, with what is said before the number of the line. */
function firstLine(
  before: string,
  after: string,
  say: (number: number) => string = String,
): string {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  const at = old.findIndex((line, index) => line !== fresh[index]);
  const index = at < 0 ? old.length : at;
  return `${say(index + 1)}: ${quoteLine(old[index])} → ${quoteLine(fresh[index])}`;
}

function quoteLine(line: string | undefined): string {
  return line === undefined
    ? words[chosenLanguage()].commands.noLine
    : JSON.stringify(line.trim().slice(0, 120));
}

function inNotebook(before: string, after: string): string {
  const [old, fresh] = [parseIfNotebook(before), parseIfNotebook(after)];
  if (!old || !fresh) return `:${firstLine(before, after)}`;
  if (!hasRun(old) && hasRun(fresh)) return `: ${words[chosenLanguage()].commands.firstRun}`;
  for (const [index, cell] of fresh.cells.entries()) {
    const earlier = old.cells[index];
    if (JSON.stringify(earlier) === JSON.stringify(cell)) continue;
    const [was, is] = [earlier, cell].map((one) => JSON.stringify(one, null, 1));
    const { line } = words[chosenLanguage()].commands;
    return ` [cell "${cell.id}"]: ${firstLine(was ?? "", is, line)}`;
  }
  const [was, is] = [old, fresh].map(runRecord);
  const parts = is && was ? (Object.keys(is) as (keyof RunRecord)[]) : [];
  const moved = parts.filter((part) => String(is?.[part]) !== String(was?.[part]));
  return moved.length > 0
    ? `: ${words[chosenLanguage()].commands.runRecord(moved.join(", "))}`
    : `:${firstLine(before, after)}`;
}

function hasRun({ cells }: NotebookDocument): boolean {
  return cells.some((cell) => cell.cell_type === "code" && cell.execution_count !== null);
}

function parseIfNotebook(text: string): NotebookDocument | undefined {
  try {
    return parseNotebook(text, "");
  } catch (error) {
    if (error instanceof MalformedNotebook) return undefined;
    throw error;
  }
}
