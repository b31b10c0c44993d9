import { UsageError } from "../errors/usage_error.ts";
import { parseObservation } from "../load/check_observations.ts";
import type { Edition } from "../model/edition.ts";
import type { Observation } from "../model/observation.ts";

/**
 * A report as it would be if some values were printed otherwise.
 *
 * @param report The report, or the parts of one that has these two.
 * @param changes The other strings, by id of the observation.
 * @returns The same with those observations changed.
 * @throws {UsageError} If a string is not of the form of its value, such as a number; all of them at once.
 */
export function withPrinted<
  Parts extends {
    readonly observations: readonly Observation[];
    readonly edition: Pick<Edition, "numberFormat">;
  },
>(report: Parts, changes: Readonly<Record<string, string>>): Parts {
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
