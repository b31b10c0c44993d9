import type { Fingerprints } from "./fingerprint.ts";
import type { NotebookInputs, RunRecord } from "./run_record.ts";

/**
 * Says which inputs of a notebook moved since its last run.
 *
 * @param record What the notebook keeps of that run.
 * @param inputs What it would be run on now.
 * @returns Such as `cell "growth" changed`; empty if nothing moved.
 */
export function movedInputs({ inputs: before }: RunRecord, inputs: NotebookInputs): string[] {
  const reasons: string[] = [];
  if (before.deno !== inputs.deno) reasons.push(`Deno was ${before.deno}, is ${inputs.deno}`);
  if (before.language !== inputs.language) {
    reasons.push(`language was ${before.language}, is ${inputs.language}`);
  }
  if (before.lock !== inputs.lock) reasons.push("deno.lock changed");
  return [
    ...reasons,
    ...movedCells(before.cells, inputs.cells),
    ...movedFiles(before.data, inputs.data, "dataset "),
    ...movedFiles(before.library, inputs.library, "library "),
  ];
}

/**
 * Says which files differ from those that were recorded.
 *
 * @param before Fingerprints as recorded.
 * @param now Fingerprints of what is there.
 * @param kind What is put before each name.
 */
export function movedFiles(before: Fingerprints, now: Fingerprints, kind = ""): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].toSorted();
  return names.filter((name) => before[name] !== now[name]).map((name) =>
    `${kind}${name} ${how(before[name], now[name])}`
  );
}

function movedCells(before: readonly string[], now: readonly string[]): string[] {
  const [old, fresh] = [before, now].map(byId);
  const moved = movedFiles(Object.fromEntries(old), Object.fromEntries(fresh)).map((change) =>
    change.replace(/^(\S+)/, 'cell "$1"')
  );
  if (moved.length > 0) return moved;
  return before.join() === now.join() ? [] : ["the order of cells changed"];
}

function byId(cells: readonly string[]): [string, string][] {
  return cells.map((cell) => {
    const [id, print] = cell.split(" ");
    return [id, print];
  });
}

function how(before: string | undefined, now: string | undefined): string {
  if (before === undefined) return "is new";
  return now === undefined ? "is gone" : "changed";
}
