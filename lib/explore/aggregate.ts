import { didYouMean } from "../errors/did_you_mean.ts";
import { UsageError } from "../errors/usage_error.ts";
import { chosenLanguage } from "../words/language.ts";
import { groupedRows } from "./grouped_rows.ts";
import { plainValue } from "./plain_value.ts";
import { explorerWords } from "./words.ts";

/** What is computed of the rows of a group; `each` leaves every row by itself. */
export type Statistic = "count" | "sum" | "mean" | "median" | "each";

/** In which order groups stand: the greatest or least first, by name, or as the rows come. */
export type GroupOrder = "most" | "least" | "name" | "rows";

/** What rows are grouped by, and what is computed of each group. */
export interface AggregateOptions<Column extends string> {
  /** The column whose values make the groups; a row with a list belongs to each value of it. */
  readonly group: Column;
  /** A second column, whose values part each group. */
  readonly series?: Column;
  /** How many values of the series are kept, the most frequent; all others are one. @default All. */
  readonly mostSeries?: number;
  /** The column of numbers. @default None: rows are counted. */
  readonly measure?: Column;
  /** @default "sum" of a measure, else "count". */
  readonly statistic?: Statistic;
  /** Values of columns of which a row must have one. */
  readonly where?: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** Groups in order of their values, or by name. @default "most" */
  readonly order?: GroupOrder;
  /** How many groups are kept, the first in order. @default All. */
  readonly limit?: number;
}

/** A group, or the part of it that has one value of the series. */
export interface Aggregated {
  readonly group: string;
  /** Empty where there is no series. */
  readonly series: string;
  readonly value: number;
  /** How many rows it is computed from. */
  readonly rows: number;
}

/**
 * Groups rows and computes one number for each group.
 *
 * An absent value makes the group `–`; rows without a value of the measure are left out.
 *
 * @param rows The rows.
 * @param options Columns, statistic, filter and order.
 * @returns The groups in order, those of one group side by side, the most frequent series first.
 * @throws {UsageError} If a column is not in the rows, a statistic lacks its measure, or the measure has texts.
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
 * ```
 */
export function aggregate<Row extends object>(
  rows: readonly Row[],
  options: AggregateOptions<keyof Row & string>,
): Aggregated[] {
  check(rows, options ?? {});
  const { others } = explorerWords[chosenLanguage()];
  return groupedRows(rows, { ...options, others })
    .map(({ group, series, value, rows: { length } }) => ({ group, series, value, rows: length }));
}

function check<Row extends object>(
  rows: readonly Row[],
  { group, series, measure, statistic = "count", where }: AggregateOptions<keyof Row & string>,
): void {
  if (group === undefined) {
    throw new UsageError("Cannot aggregate rows: expected the column to group by, found none");
  }
  const columns = new Set(rows.flatMap((row) => Object.keys(row)));
  const named = [group, series, measure, ...Object.keys(where ?? {})].filter((name) =>
    name !== undefined
  );
  const problems = rows.length === 0 ? [] : [...new Set(named)]
    .filter((name) => !columns.has(name))
    .map((name) =>
      `expected one of the columns ${[...columns].join(", ")}, found "${name}"; ${
        didYouMean(name, [...columns])
      }`
    );
  if (statistic !== "count" && measure === undefined) {
    problems.push(`expected a measure for the statistic "${statistic}", found none`);
  }
  if (measure !== undefined) problems.push(...textsInMeasure(rows, measure));
  if (problems.length > 0) throw new UsageError(`Cannot aggregate rows: ${problems.join("; ")}`);
}

/** So many texts of a measure are told. */
const mostTold = 3;

/**
 * Why a column cannot be a measure: which of its rows have texts.
 *
 * @returns One sentence, or none if every value is a number or absent.
 */
export function textsInMeasure<Row extends object>(
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
