import { chosenLanguage } from "../../load/environment.ts";
import { words } from "../../words/words.ts";
import { dirname, join } from "node:path";
import { cellExports, exportPaths } from "../exported_files.ts";
import type { NotebookDocument } from "../notebook_document.ts";
import type { Translations } from "../../prose/translations.ts";
import { MalformedNotebook, readNotebook } from "../parse_notebook.ts";
import { translatedNotebook } from "../translated_notebook.ts";
import { serializeNotebook } from "../serialize_notebook.ts";
import { fingerprintFiles, type Fingerprints } from "./fingerprint.ts";
import type { InputsOf } from "./notebook_inputs.ts";
import { outputsFingerprint } from "./outputs_fingerprint.ts";
import { readRunParts, runRecord } from "./run_record.ts";
import { movedInputs } from "./stale_reasons.ts";

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
export async function staleness(
  { path, target, translations, inputsOf, memory }: StalenessQuestion,
): Promise<Staleness> {
  const said = words[chosenLanguage()].commands;
  const because = (...reasons: string[]) => ({ path, reasons });
  const source = await read(path);
  const held = target === path ? source : await read(target);
  if (!source) return because(said.noNotebook);
  if (!held) return because(said.notRun);
  if (!source.document || !held.document) return because(said.unreadable);
  const record = runRecord(held.document);
  if (!record) return because(said.noRecord);
  const isRun = outputsFingerprint(held.document) === record.outputs;
  const isOwnForm = serializeNotebook(held.document) === held.text;
  const [inputs, files, known] = await Promise.all([
    inputsOf(source.document, path),
    writtenFiles(held.document, target),
    readRunParts(memory),
  ]);
  return because(
    ...movedInputs({ record, inputs, files, known }),
    ...movedText(translatedNotebook(source.document, translations), held.document),
    ...isRun ? [] : [said.outputsMoved],
    ...isOwnForm ? [] : [said.otherProgram],
  );
}

interface Held {
  readonly text: string;
  /** `undefined` if the file is no notebook. */
  readonly document: NotebookDocument | undefined;
}

async function read(path: string): Promise<Held | undefined> {
  try {
    return await readNotebook(path);
  } catch (error) {
    if (!(error instanceof MalformedNotebook)) throw error;
    return error.isMissing ? undefined : { text: "", document: undefined };
  }
}

function movedText(source: NotebookDocument, held: NotebookDocument): string[] {
  const texts = [source, held].map(({ cells }) =>
    JSON.stringify(cells.flatMap(({ cell_type, source }) => cell_type === "code" ? [] : [source]))
  );
  return texts[0] === texts[1] ? [] : [words[chosenLanguage()].commands.textChanged];
}

/** Fingerprints of the figures and tables beside a notebook, of those that it shows. */
async function writtenFiles(document: NotebookDocument, notebook: string): Promise<Fingerprints> {
  const exported = document.cells.flatMap((cell) =>
    cell.cell_type === "code" ? cellExports(cell) : []
  );
  const names = exported.flatMap((file) => exportPaths(file, notebook));
  const folder = dirname(notebook);
  return await fingerprintFiles(new Map(names.map((name) => [name, join(folder, name)])));
}
