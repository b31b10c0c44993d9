import { chosenLanguage } from "../../words/language.ts";
import { words } from "../../words/words.ts";
import type { Fingerprints } from "./fingerprint.ts";
import {
  fingerprintAll,
  type NotebookInputs,
  type RunParts,
  type RunRecord,
} from "./run_record.ts";

/** What {@link movedInputs} holds against each other. */
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

const parts = ["cells", "data", "library", "files"] as const;

/**
 * Says what moved since the last run of a notebook.
 *
 * @returns Such as `cell "growth" changed`; empty if nothing moved.
 */
export function movedInputs({ record, inputs, files, known }: RunComparison): string[] {
  const said = words[chosenLanguage()].commands;
  const now: RunParts = { ...inputs, files };
  return [
    ...record.deno === inputs.deno ? [] : [said.denoMoved(record.deno, inputs.deno)],
    ...record.language === inputs.language
      ? []
      : [said.languageMoved(record.language, inputs.language)],
    ...record.lock === inputs.lock ? [] : [`deno.lock ${said.isChanged}`],
    ...parts.flatMap((part) => {
      if (fingerprintAll(now[part]) === record[part]) return [];
      const { one, any } = said.parts[part];
      const before = known?.[part];
      const isThatRun = before && fingerprintAll(before) === record[part];
      if (!isThatRun) return [said.whichMoved(any)];
      const moved = movedParts(before, now[part]).map((change) => `${one}${change}`);
      return moved.length > 0 ? moved : [said.orderMoved];
    }),
  ];
}

function movedParts(before: Fingerprints, now: Fingerprints): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].toSorted();
  return names.filter((name) => before[name] !== now[name]).map((name) =>
    `${name} ${how(before[name], now[name])}`
  );
}

function how(before: string | undefined, now: string | undefined): string {
  const { isNew, isGone, isChanged } = words[chosenLanguage()].commands;
  if (before === undefined) return isNew;
  return now === undefined ? isGone : isChanged;
}
