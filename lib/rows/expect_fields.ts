import { didYouMean } from "../errors/did_you_mean.ts";
import { UsageError } from "../errors/usage_error.ts";

/**
 * Refuses fields that no row has: a misspelt one would select nothing, and be counted as `undefined`.
 *
 * @param rows The rows; where there are none, nothing is known of their fields.
 * @param fields The fields that are asked for.
 * @param action What is done with them, for the error.
 * @throws {UsageError} Naming all that are unknown, and what may be meant.
 */
export function expectFields(
  rows: readonly object[],
  fields: readonly PropertyKey[],
  action: string,
): void {
  const known = new Set(rows.flatMap((row) => Object.keys(row)));
  if (known.size === 0) return;
  const problems = fields.map(String).filter((field) => !known.has(field)).map((field) =>
    `expected a field of the initiatives, found "${field}"; ${didYouMean(field, [...known])}`
  );
  if (problems.length > 0) throw new UsageError(`Cannot ${action}: ${problems.join("; ")}`);
}
