import { UsageError } from "../../errors/usage_error.ts";
import { parseObservation } from "../../load/check_printed.ts";
import type { MediaBundle } from "../../model/displayable.ts";
import type { Language } from "../../model/label.ts";
import type { Report } from "../../model/report.ts";

/** A cell as it is run. */
export interface LiveCell {
  readonly id: string;
  readonly source: string;
}

/** What a worker is asked to run, with all that it may read. */
export interface LiveRun {
  readonly cells: readonly LiveCell[];
  /** Texts by their paths in the project, such as `/data/EDITION/claims.csv`. */
  readonly files: Readonly<Record<string, string>>;
  readonly edition: string;
  readonly language: Language;
  /** Other strings for printed values, by the id of the observation. */
  readonly changes: Readonly<Record<string, string>>;
}

/** What a cell gave: what it showed, in order, and the error that ended it, with its line where that is known. */
export interface LiveResult {
  readonly id: string;
  readonly outputs: readonly MediaBundle[];
  readonly error?: { readonly name: string; readonly message: string; readonly line?: number };
}

/** What a worker says: a cell's result, or that all have run, with the paths of what they read and the values that are printed. */
export type LiveMessage =
  | { readonly result: LiveResult }
  | {
    readonly done: true;
    readonly read: readonly string[];
    readonly values: readonly Readonly<Record<"id" | "label" | "printed", string>>[];
  };

/** What a notebook may import in a page. */
export const liveModules: readonly string[] = [
  "report",
  "@observablehq/plot",
  "@std/assert",
  "@std/csv",
  "d3-array",
];

/** What is printed in a report, and in which form its numbers are. */
interface PrintedParts extends Pick<Report, "observations"> {
  readonly edition: Pick<Report["edition"], "numberFormat">;
}

/**
 * A report as it would be if some values were printed otherwise.
 *
 * @param report The report, or the parts of one that has these two.
 * @param changes The other strings, by id of the observation.
 * @returns The same with those observations changed.
 * @throws {UsageError} If a string is not of the form of its value, such as a number; all of them at once.
 */
export function withPrinted<Parts extends PrintedParts>(
  report: Parts,
  changes: Readonly<Record<string, string>>,
): Parts {
  const problems: string[] = [];
  const observations = report.observations.map((row) => {
    const printed = changes[row.id];
    if (printed === undefined || printed === row.printed) return row;
    const parsed = parseObservation({ form: row.form, printed }, report.edition.numberFormat);
    if (parsed !== undefined) return { ...row, printed, ...parsed, value: parsed.value.valueOf() };
    problems.push(`expected a ${row.form} for ${row.id}, found "${printed}"`);
    return row;
  });
  if (problems.length > 0) throw new UsageError(`Cannot change values: ${problems.join("; ")}`);
  return { ...report, observations };
}
