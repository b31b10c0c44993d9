import { basename, join } from "node:path";
import {
  MalformedNotebook,
  type NotebookDocument,
  parseNotebook,
} from "../notebook/notebook_document.ts";
import { readRunRecord, type RunRecord } from "../notebook/staleness/staleness.ts";
import { chosenWords } from "../words/words.ts";
import type { FileChange } from "./write_together.ts";
import { ifThere, namesIn } from "../input/read_file.ts";

/**
 * Says how a file differs from what a run makes it.
 *
 * @param change What a run makes it.
 * @returns The file with the first line, or the cell, that differs; `undefined` if it is so already.
 */
export async function firstDifference({ path, content }: FileChange): Promise<string | undefined> {
  const current = await ifThere(Deno.readFile(path));
  const said = chosenWords().commands;
  if (content === undefined) return current && `${path}: ${said.isGone}`;
  if (current === undefined) return `${path}: ${said.isNew}`;
  if (typeof content !== "string") {
    const isSame = content.length === current.length &&
      content.every((byte, index) => byte === current[index]);
    return isSame ? undefined : `${path}: ${said.pixels}`;
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(current);
  const how = path.endsWith(".ipynb") ? inNotebook : firstLine;
  return text === content ? undefined : `${path}${how(text, content)}`;
}

/** `:3: "…" → "…"`, or what else is said of the number of the line. */
function firstLine(before: string, after: string, say = (number: number) => `:${number}`): string {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  const index = [...old, undefined].findIndex((line, at) => line !== fresh[at]);
  const lines = [old[index], fresh[index]].map((line) =>
    line === undefined ? chosenWords().commands.noLine : JSON.stringify(line.trim().slice(0, 120))
  );
  return `${say(index + 1)}: ${lines.join(" → ")}`;
}

function inNotebook(before: string, after: string): string {
  const [old, fresh] = [before, after].map(parseIfNotebook);
  if (!old || !fresh) return firstLine(before, after);
  const { firstRun, line, runRecord } = chosenWords().commands;
  if (!hasRun(old) && hasRun(fresh)) return `: ${firstRun}`;
  for (const [index, cell] of fresh.cells.entries()) {
    const [was, is] = [old.cells[index], cell].map((one) => JSON.stringify(one, null, 1) ?? "");
    if (was !== is) return ` [cell "${cell.id}"]: ${firstLine(was, is, line)}`;
  }
  const [was, is] = [old, fresh].map(readRunRecord);
  const parts = is && was ? (Object.keys(is) as (keyof RunRecord)[]) : [];
  const moved = parts.filter((part) => String(is?.[part]) !== String(was?.[part]));
  return moved.length > 0 ? `: ${runRecord(moved.join(", "))}` : firstLine(before, after);
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

const kinds = ["notebooks", "figures", "tables"] as const;

function kindOf(path: string): typeof kinds[number] {
  return /\.(svg|png)$/.test(path) ? "figures" : path.endsWith(".csv") ? "tables" : "notebooks";
}

/**
 * Sums up in a sentence what ran and what differs.
 *
 * @returns Such as `14 notebooks ran; 41 figures and 53 tables are as they were`.
 */
export function runSummary({ asked, runs, compared, check }: {
  /** How many notebooks there are, of which those that are not stale may have been left out. */
  readonly asked: number;
  readonly runs: readonly { readonly failure?: object }[];
  /** What a run gives, and how it differs from what is there. */
  readonly compared: readonly { readonly path: string; readonly difference?: string }[];
  readonly check: boolean;
}): string {
  const said = chosenWords().commands;
  if (runs.length === 0 && compared.length === 0) return said.noneStale(asked);
  const ran = runs.filter(({ failure }) => !failure).length;
  const left = asked - runs.length;
  // A figure is one thing in two files; copies for people are none.
  const things = Map.groupBy(
    compared.filter(({ path }) => !path.endsWith(".excel.csv")),
    ({ path }) => path.replace(/\.png$/, ".svg"),
  );
  const count = (kind: typeof kinds[number], isSame: boolean) =>
    [...things].filter(([path, files]) =>
      kindOf(path) === kind && files.every((one) => one.difference === undefined) === isSame
    ).length;
  const moved = kinds.filter((kind) => count(kind, false) > 0)
    .map((kind) => said[kind](count(kind, false))).join(", ");
  const run = ran === runs.length ? said.ranAll(ran) : said.ran(ran, runs.length);
  return [
    left > 0 ? `${run}, ${said.notStale(left)}` : run,
    said.same(said.figures(count("figures", true)), said.tables(count("tables", true))),
    ...moved === "" ? [] : [check ? said.wouldChange(moved) : said.changed(moved)],
  ].join("; ");
}

/**
 * The figures and tables beside notebooks.
 *
 * @param folder The folder that holds `figures/` and `tables/`.
 * @param isMeant Whether a notebook is meant, by its name.
 * @returns The paths of the files.
 */
export async function exportedFiles(
  folder: string,
  isMeant: (notebook: string) => boolean,
): Promise<string[]> {
  const below = async (place: string) => (await namesIn(place)).map((name) => join(place, name));
  const all = await Promise.all(["figures", "tables"].map((kind) => below(join(folder, kind))));
  const own = all.flat().filter((place) => isMeant(basename(place)));
  const files = await Promise.all(own.map(below));
  return files.flat().filter((path) => /^[^.].*\.(svg|png|csv)$/.test(basename(path)));
}
