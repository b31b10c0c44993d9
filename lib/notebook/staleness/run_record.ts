import { createHash } from "node:crypto";
import { resolve } from "node:path";
import * as z from "zod";
import { ifThere } from "../../input/read_file.ts";
import type { NotebookDocument } from "../notebook_document.ts";
import { serializeNotebook } from "../serialize_notebook.ts";

/**
 * Tells contents apart: the first twelve digits of a SHA-256.
 *
 * @param content A text, taken as UTF-8, or bytes.
 */
export function fingerprint(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}

/** Fingerprints by name, sorted by name. */
export type Fingerprints = Readonly<Record<string, string>>;

/**
 * Fingerprints of files.
 *
 * @param names Their paths from a folder.
 * @param folder The folder.
 * @returns By name; a file that does not exist is left out.
 */
export async function fingerprintFiles(
  names: readonly string[],
  folder: string,
): Promise<Fingerprints> {
  const entries = await Promise.all(
    names.toSorted().map(async (name) => {
      const bytes = await ifThere(Deno.readFile(resolve(folder, name)));
      return bytes ? [[name, fingerprint(bytes)]] : [];
    }),
  );
  return Object.fromEntries(entries.flat());
}

const prints = z.record(z.string(), z.string());

/**
 * What a run is made of: code cells in order, as `cell "growth"`; the edition's files; files of the library that the cells reach,
 * and those that every run uses; figures and tables that were written, relative to the notebook's folder.
 */
export const runParts = ["cells", "data", "library", "files"] as const;

const partsSchema = z.object({
  ...{ cells: prints, data: prints, library: prints, files: prints },
  /** The notebook as it was written. */
  notebook: z.string().optional(),
});

/** What a run was made from and what it wrote, each thing with its fingerprint. */
export type RunParts = Readonly<z.infer<typeof partsSchema>>;

const recordSchema = z.strictObject({
  /** Folders of the editions that it opened, from the project. */
  editions: z.array(z.string()),
  /** Version of Deno. */
  deno: z.string(),
  /** Language of labels and numbers. */
  language: z.string(),
  /** The lock file, which says what packages are used. */
  lock: z.string(),
  /** What the cells gave. */
  outputs: z.string(),
  /** One fingerprint for each of {@link RunParts}. */
  cells: z.string(),
  data: z.string(),
  library: z.string(),
  files: z.string(),
});

/** What a notebook keeps of its last run, by fingerprints. */
export type RunRecord = Readonly<z.infer<typeof recordSchema>>;

/** What the outputs of a notebook follow from. */
export type NotebookInputs =
  & Pick<RunRecord, "editions" | "deno" | "language" | "lock">
  & Pick<RunParts, "cells" | "data" | "library">;

/** One fingerprint for many. */
export function fingerprintAll(prints: Fingerprints): string {
  return fingerprint(JSON.stringify(Object.entries(prints)));
}

/**
 * Sums a run up.
 *
 * @param inputs What it was made from.
 * @param given What its cells gave, and what was written, by fingerprints.
 */
export function recordRun(
  { editions, deno, language, lock, ...parts }: NotebookInputs,
  { outputs, files }: { readonly outputs: string; readonly files: Fingerprints },
): RunRecord {
  return {
    ...{ editions, deno, language, lock, outputs },
    cells: fingerprintAll(parts.cells),
    data: fingerprintAll(parts.data),
    library: fingerprintAll(parts.library),
    files: fingerprintAll(files),
  };
}

/**
 * The record that a notebook keeps of its last run, in `metadata.report`.
 *
 * @returns `undefined` if it keeps none that can be read.
 */
export function readRunRecord({ metadata }: NotebookDocument): RunRecord | undefined {
  return recordSchema.safeParse(metadata.report).data;
}

/** A notebook with the record of its run. */
export function withRunRecord(document: NotebookDocument, record: RunRecord): NotebookDocument {
  return { ...document, metadata: { ...document.metadata, report: { ...record } } };
}

/**
 * Reads what this machine remembers of the parts of a run. It is a memory only: without it, what moved is told less
 * exactly.
 *
 * @param path The file that `reproduce` wrote.
 * @returns `undefined` if there is none that can be read.
 */
export async function readRunParts(path: string): Promise<RunParts | undefined> {
  const text = await ifThere(Deno.readTextFile(path));
  try {
    return text === undefined ? undefined : partsSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Tells apart what the cells of notebooks gave, whichever client saved it. */
export function fingerprintOutputs(document: NotebookDocument): string {
  const cells = document.cells.filter((cell) => cell.cell_type === "code")
    .map((cell) => ({ ...cell, metadata: {}, source: "" }));
  return fingerprint(serializeNotebook({ ...document, metadata: {}, cells }));
}
