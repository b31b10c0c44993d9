import { z } from "zod";
import type { NotebookDocument } from "../notebook_document.ts";

const fingerprints = z.record(z.string(), z.string());

const schema = z.strictObject({
  inputs: z.strictObject({
    /** Version of Deno. */
    deno: z.string(),
    /** Language of labels and numbers. */
    language: z.string(),
    /** The lock file, which says what packages are used. */
    lock: z.string(),
    /** Code cells in order, as `id fingerprint`. */
    cells: z.array(z.string()),
    /** The edition's files. */
    data: fingerprints,
    /** Files of the library that the cells reach, and those that every run uses. */
    library: fingerprints,
  }),
  /** What the cells gave. */
  outputs: z.string(),
  /** Figures and tables that were written, relative to the notebook's folder. */
  files: fingerprints,
});

/** What a run of a notebook was made from, and what it gave, by fingerprints. */
export type RunRecord = z.infer<typeof schema>;

/** What the outputs of a notebook follow from. */
export type NotebookInputs = RunRecord["inputs"];

/**
 * The record that a notebook keeps of its last run, in `metadata.report`.
 *
 * @returns `undefined` if it keeps none that can be read.
 */
export function runRecord({ metadata }: NotebookDocument): RunRecord | undefined {
  return schema.safeParse(metadata.report).data;
}

/** A notebook with the record of its run. */
export function withRunRecord(document: NotebookDocument, record: RunRecord): NotebookDocument {
  return { ...document, metadata: { ...document.metadata, report: record } };
}
