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

/** How each part is told: the word before each name, and what is said where nobody knows which of it moved. */
const partWords = {
  cells: { one: "", any: "its cells changed" },
  data: { one: "dataset ", any: "the data changed" },
  library: { one: "library ", any: "the library changed" },
  files: { one: "", any: "a figure or table beside it changed" },
} as const;

const parts = ["cells", "data", "library", "files"] as const;

/**
 * Says what moved since the last run of a notebook.
 *
 * @returns Such as `cell "growth" changed`; empty if nothing moved.
 */
export function movedInputs({ record, inputs, files, known }: RunComparison): string[] {
  const now: RunParts = { ...inputs, files };
  return [
    ...record.deno === inputs.deno ? [] : [`Deno was ${record.deno}, is ${inputs.deno}`],
    ...record.language === inputs.language
      ? []
      : [`language was ${record.language}, is ${inputs.language}`],
    ...record.lock === inputs.lock ? [] : ["deno.lock changed"],
    ...parts.flatMap((part) => {
      if (fingerprintAll(now[part]) === record[part]) return [];
      const { one, any } = partWords[part];
      const before = known?.[part];
      const isThatRun = before && fingerprintAll(before) === record[part];
      if (!isThatRun) return [`${any}; what of it, only a run on this machine can tell`];
      const moved = movedParts(before, now[part]).map((change) => `${one}${change}`);
      return moved.length > 0 ? moved : ["the order of cells changed"];
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
  if (before === undefined) return "is new";
  return now === undefined ? "is gone" : "changed";
}
