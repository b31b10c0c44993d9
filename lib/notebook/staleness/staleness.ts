import { dirname } from "node:path";
import { chosenLanguage } from "../../words/language.ts";
import type { Translations } from "../../prose/translations.ts";
import { words } from "../../words/words.ts";
import { cellExports, exportPaths } from "../list_exports.ts";
import { MalformedNotebook, type NotebookDocument, readNotebook } from "../notebook_document.ts";
import { translateNotebook } from "../notebook_sentences.ts";
import { type GivenParameters, withParameters } from "../parameters.ts";
import { serializeNotebook } from "../serialize_notebook.ts";
import type { InputsOf } from "./notebook_inputs.ts";
import {
  fingerprint,
  fingerprintAll,
  fingerprintFiles,
  fingerprintOutputs,
  type Fingerprints,
  type NotebookInputs,
  readRunParts,
  readRunRecord,
  type RunParts,
  runParts,
  type RunRecord,
} from "./run_record.ts";

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
