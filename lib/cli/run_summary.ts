import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { extname } from "node:path";
import type { RunOutputs } from "./collect_outputs.ts";
import type { FileChange } from "./write_together.ts";

/** A file that a run gives, and how it differs from what is there. */
export interface ComparedFile extends FileChange {
  /** `undefined` where it is as it was. */
  readonly difference: string | undefined;
}

const kinds = {
  ".svg": "figures",
  ".png": "figures",
  ".csv": "tables",
  ".ipynb": "notebooks",
} as const;

type Kind = (typeof kinds)[keyof typeof kinds];

/**
 * Sums up in a sentence what ran and what differs.
 *
 * @returns Such as `14 notebooks ran; 41 figures and 53 tables are as they were`.
 */
export function runSummary({ asked, runs, compared, check }: {
  /** How many notebooks there are, of which those that are not stale may have been left out. */
  readonly asked: number;
  readonly runs: readonly RunOutputs[];
  readonly compared: readonly ComparedFile[];
  readonly check: boolean;
}): string {
  const said = words[chosenLanguage()].commands;
  if (runs.length === 0 && compared.length === 0) return said.noneStale(asked);
  const ran = runs.filter(({ failure }) => !failure).length;
  const left = asked - runs.length;
  const things = Map.groupBy(
    compared.filter(({ path }) => !path.endsWith(".excel.csv")),
    ({ path }) => path.replace(/\.(svg|png)$/, ""),
  );
  const states = [...things.values()].map((files) => ({
    kind: kindOf(files[0].path),
    isSame: files.every(({ difference }) => difference === undefined),
  }));
  const count = (kind: Kind, isSame: boolean) =>
    states.filter((one) => one.kind === kind && one.isSame === isSame).length;
  const moved = (["notebooks", "figures", "tables"] as const)
    .filter((kind) => count(kind, false) > 0).map((kind) => said[kind](count(kind, false)))
    .join(", ");
  const run = ran === runs.length ? said.ranAll(ran) : said.ran(ran, runs.length);
  return [
    left > 0 ? `${run}, ${said.notStale(left)}` : run,
    said.same(said.figures(count("figures", true)), said.tables(count("tables", true))),
    ...moved === "" ? [] : [check ? said.wouldChange(moved) : said.changed(moved)],
  ].join("; ");
}

function kindOf(path: string): Kind {
  return kinds[extname(path) as keyof typeof kinds] ?? "notebooks";
}
