import { createHash } from "node:crypto";
import { dirname, resolve } from "node:path";
import * as z from "zod";
import { ifThere } from "../../input/read_file.ts";
import type { Translations } from "../../prose/translations.ts";
import { chosenLanguage } from "../../words/language.ts";
import { words } from "../../words/words.ts";
import { cellExports, exportPaths } from "../list_exports.ts";
import { MalformedNotebook, type NotebookDocument, readNotebook } from "../notebook_document.ts";
import { translateNotebook } from "../notebook_sentences.ts";
import { type GivenParameters, withParameters } from "../parameters.ts";
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
  cells: prints,
  data: prints,
  library: prints,
  files: prints,
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
    editions,
    deno,
    language,
    lock,
    outputs,
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

/** Where a notebook lies, whose catalogues lie beside it, and the folders of the editions that it opens. */
export interface NotebookPlace {
  readonly path: string;
  /** From the project, or absolute. */
  readonly editions: readonly string[];
}

/** Reads the inputs of a notebook. */
export type InputsOf = (
  document: NotebookDocument,
  place: NotebookPlace,
) => Promise<NotebookInputs>;

/** A notebook, and why its outputs no longer follow from its inputs. */
export interface Staleness {
  /** The notebook whose cells are run. */
  readonly path: string;
  /** What moved; empty if its outputs are those that a run would give. */
  readonly reasons: readonly string[];
}

/** A notebook whose staleness is asked. */
export interface StalenessQuestion {
  /** The notebook whose cells are run. */
  readonly path: string;
  /** The notebook that holds the outputs, which may be the same. */
  readonly target: string;
  /** What its Markdown cells say in the language of the run. */
  readonly translations: Translations;
  /** Values that a run puts in the place of its parameters. */
  readonly parameters: GivenParameters;
  /** The inputs that a notebook would be run on now. */
  readonly inputsOf: InputsOf;
  /** The file in which this machine remembers what a run of it was made from. */
  readonly memory: string;
}

/**
 * Asks whether the outputs of a notebook, with the figures and tables beside it, are what its cells, the
 * library, the data, the lock file and Deno would give. Contents are compared, never times.
 *
 * @returns Every reason why not.
 */
export async function explainStaleness(
  { path, target, parameters, translations, inputsOf, memory }: StalenessQuestion,
): Promise<Staleness> {
  const said = words[chosenLanguage()].commands;
  const because = (...reasons: string[]) => ({ path, reasons });
  const read = async (file: string, missing: string) => {
    try {
      return await readNotebook(file);
    } catch (error) {
      if (!(error instanceof MalformedNotebook)) throw error;
      return error.isMissing ? missing : said.unreadable;
    }
  };
  const source = await read(path, said.noNotebook);
  const held = target === path ? source : await read(target, said.notRun);
  if (typeof source === "string") return because(source);
  if (typeof held === "string") return because(held);
  const record = readRunRecord(held.document);
  if (!record) return because(said.noRecord);
  const asRun = withParameters(source.document, parameters, path);
  const texts = [translateNotebook(asRun, translations), held.document].map(({ cells }) =>
    JSON.stringify(cells.flatMap(({ cell_type, source }) => cell_type === "code" ? [] : [source]))
  );
  const [inputs, files, known] = await Promise.all([
    inputsOf(asRun, { path, editions: record.editions }),
    filesBeside(held.document, target),
    readRunParts(memory),
  ]);
  const isAsWritten = known?.notebook === fingerprint(held.text);
  const isRun = isAsWritten || fingerprintOutputs(held.document) === record.outputs;
  const isOwnForm = isAsWritten || serializeNotebook(held.document) === held.text;
  return because(
    ...findMoves({ record, inputs, files, known }),
    ...texts[0] === texts[1] ? [] : [said.textChanged],
    ...isRun ? [] : [said.outputsMoved],
    ...isOwnForm ? [] : [said.otherProgram],
  );
}

/** Fingerprints of the figures and tables beside a notebook, of those that it shows. */
function filesBeside({ cells }: NotebookDocument, notebook: string): Promise<Fingerprints> {
  const names = cells.filter((cell) => cell.cell_type === "code").flatMap(cellExports)
    .flatMap((file) => exportPaths(file, notebook));
  return fingerprintFiles(names, dirname(notebook));
}

/** What {@link findMoves} holds against each other. */
export interface RunComparison {
  /** What the notebook keeps of its last run. */
  readonly record: RunRecord;
  /** What it would be run on now. */
  readonly inputs: NotebookInputs;
  /** The figures and tables that are there now, of those that it shows. */
  readonly files: Fingerprints;
  /** What this machine remembers of a run, which may be another one. */
  readonly known: RunParts | undefined;
}

/**
 * Says what moved since the last run of a notebook.
 *
 * @returns Such as `cell "growth" changed`; empty if nothing moved.
 */
export function findMoves({ record, inputs, files, known }: RunComparison): string[] {
  const said = words[chosenLanguage()].commands;
  const now: RunParts = { ...inputs, files };
  return [
    ...record.deno === inputs.deno ? [] : [said.denoMoved(record.deno, inputs.deno)],
    ...record.language === inputs.language
      ? []
      : [said.languageMoved(record.language, inputs.language)],
    ...record.lock === inputs.lock ? [] : [`deno.lock ${said.isChanged}`],
    ...runParts.flatMap((part) => {
      if (fingerprintAll(now[part]) === record[part]) return [];
      const { one, any } = said.parts[part];
      const before = known?.[part];
      const isThatRun = before && fingerprintAll(before) === record[part];
      if (!isThatRun) return [said.whichMoved(any)];
      const moved = listChanges(before, now[part]).map((change) => `${one}${change}`);
      return moved.length > 0 ? moved : [said.orderMoved];
    }),
  ];
}

function listChanges(before: Fingerprints, now: Fingerprints): string[] {
  const { isNew, isGone, isChanged } = words[chosenLanguage()].commands;
  const names = Object.keys({ ...before, ...now }).toSorted();
  return names.filter((name) => before[name] !== now[name]).map((name) => {
    const how = before[name] === undefined ? isNew : now[name] === undefined ? isGone : isChanged;
    return `${name} ${how}`;
  });
}
