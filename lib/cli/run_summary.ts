import { extname } from "node:path";
import type { Rerun } from "./rerun.ts";
import type { FileChange } from "./write_together.ts";

/** A file that a run gives, and how it differs from what is there. */
export interface ComparedFile extends FileChange {
  /** `undefined` where it is as it was. */
  readonly difference: string | undefined;
}

const kinds = {
  ".svg": "figure",
  ".png": "figure",
  ".csv": "table",
  ".ipynb": "notebook",
} as const;

type Kind = (typeof kinds)[keyof typeof kinds];

/**
 * Sums up in a sentence what ran and what differs.
 *
 * @returns Such as `14 notebooks ran; 41 figures and 53 tables are as they were`.
 */
export function runSummary({ asked, reruns, compared, check }: {
  /** How many notebooks there are, of which those that are not stale may have been left out. */
  readonly asked: number;
  readonly reruns: readonly Rerun[];
  readonly compared: readonly ComparedFile[];
  readonly check: boolean;
}): string {
  const ran = reruns.filter(({ failure }) => !failure).length;
  const left = asked - reruns.length;
  const run = ran === reruns.length
    ? `${counted(ran, "notebook")} ran`
    : `${ran} of ${counted(reruns.length, "notebook")} ran`;
  if (reruns.length === 0 && compared.length === 0) {
    return `none of ${counted(asked, "notebook")} is stale: their outputs follow from their inputs`;
  }
  const things = Map.groupBy(
    compared.filter(({ path }) => !path.endsWith(".excel.csv")),
    ({ path }) => path.replace(/\.(svg|png)$/, ""),
  );
  const states = [...things.values()].map((files) => ({
    kind: kindOf(files[0].path),
    isSame: files.every(({ difference }) => difference === undefined),
  }));
  const count = (kind: Kind, isSame: boolean) =>
    counted(states.filter((one) => one.kind === kind && one.isSame === isSame).length, kind);
  const same = `${count("figure", true)} and ${count("table", true)} are as they were`;
  const moved = (["notebook", "figure", "table"] as const).map((kind) => count(kind, false))
    .filter((phrase) => !phrase.startsWith("0 "));
  return [
    left > 0 ? `${run}, ${left} were not stale` : run,
    same,
    ...moved.length > 0 ? [`${moved.join(", ")} ${check ? "would change" : "changed"}`] : [],
  ].join("; ");
}

function kindOf(path: string): Kind {
  return kinds[extname(path) as keyof typeof kinds] ?? "notebook";
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
