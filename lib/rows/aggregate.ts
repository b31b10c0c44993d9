import { optionProblems } from "../errors/did_you_mean.ts";
import { UsageError } from "../errors/usage_error.ts";
import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { columnProblems } from "./column_problems.ts";
import {
  type Aggregated,
  type AggregateOptions,
  groupOrders,
  groupRows,
  statistics,
} from "./group_rows.ts";
import { plainValue } from "./plain_value.ts";

/**
 * Groups rows and computes one number for each group.
 *
 * An absent value makes the group `–`; rows without a value of the measure are left out. A row whose column holds a list counts
 * for each value of it: shown as a table, the groups say how many rows are counted how often.
 *
 * @param rows The rows.
 * @param options Columns, statistic, filter and order.
 * @returns The groups in order with their rows, those of one group side by side, the most frequent series first.
 * @throws {UsageError} If an option is not known, a column is not in the rows, a statistic lacks its measure, or the measure has texts.
 *
 * @example
 * ```ts
 * import { aggregate } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const loans = [
 *   { place: "town", year: "2015", count: 3 },
 *   { place: "town", year: "2016", count: 5 },
 *   { place: "village", year: "2016", count: 2 },
 * ];
 * const means = aggregate(loans, { group: "place", measure: "count", statistic: "mean" });
 * assertEquals(means.map(({ group, value }) => [group, value]), [["town", 4], ["village", 2]]);
 * assertEquals(means[0].rows, loans.slice(0, 2));
 * ```
 */
export function aggregate<Row extends object>(
  rows: readonly Row[],
  options: AggregateOptions<keyof Row & string>,
): Aggregated<Row>[] {
  const { group, series, measure, statistic = "count", where = {} } = options ?? {};
  const problems = [
    ...optionProblems(options ?? {}, known),
    ...group === undefined
      ? ["expected the column to group by, found none"]
      : columnProblems(rows, [group, series, measure, ...Object.keys(where)]),
  ];
  if (group !== undefined && statistic !== "count" && measure === undefined) {
    problems.push(`expected a measure for the statistic "${statistic}", found none`);
  }
  if (measure !== undefined) problems.push(...measureProblems(rows, measure));
  if (problems.length > 0) throw new UsageError(`Cannot aggregate rows: ${problems.join("; ")}`);
  const { others } = words[chosenLanguage()].explorer;
  return groupRows(rows, { others, ...options });
}

const known = {
  ...{ group: null, series: null, mostSeries: null, others: null, limit: null },
  ...{ measure: null, statistic: statistics, where: null, order: groupOrders },
};

/** So many texts of a measure are told. */
const mostTold = 3;

/**
 * Why a column cannot be a measure: which of its rows have texts.
 *
 * @returns One sentence, or none if every value is a number or absent.
 */
export function measureProblems<Row extends object>(
  rows: readonly Row[],
  measure: keyof Row & string,
): string[] {
  const texts = rows.map((row, index) => ({ value: plainValue(row[measure]), row: index + 1 }))
    .filter(({ value }) => value !== null && typeof value !== "number");
  if (texts.length === 0) return [];
  const told = texts.slice(0, mostTold)
    .map(({ value, row }) => `${JSON.stringify(value)} in row ${row}`);
  const more = texts.length > mostTold ? ` and ${texts.length - mostTold} more` : "";
  return [`expected numbers in "${measure}", found ${told.join(", ")}${more}`];
}
