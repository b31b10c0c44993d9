import { didYouMean } from "../errors/did_you_mean.ts";

/**
 * Which names are of no column: a misspelt one would select nothing, and be counted as a dash.
 *
 * @param rows The rows; where there are none, nothing is known of their columns.
 * @param names The columns that are asked for.
 * @returns A sentence for each that no row has, with what may be meant.
 */
export function columnProblems(
  rows: readonly object[],
  names: readonly (string | undefined)[],
): string[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (columns.length === 0) return [];
  const unknown = new Set(names).difference(new Set([undefined, ...columns]));
  return [...unknown].map((name) =>
    `expected one of the columns ${columns.join(", ")}, found "${name}"; ${
      didYouMean(String(name), columns)
    }`
  );
}
