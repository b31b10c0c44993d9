import { UsageError } from "../errors/usage_error.ts";
import { chosenLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import {
  type Aggregated,
  type AggregateOptions,
  groupOrders,
  groupRows,
  orderSeries,
  plainValue,
  rowsWith,
  statistics,
  type Where,
} from "./group_rows.ts";
import { assertOptions, didYouMean, optionProblems } from "../errors/did_you_mean.ts";

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
  group: null,
  series: null,
  mostSeries: null,
  others: null,
  limit: null,
  measure: null,
  statistic: statistics,
  where: null,
  order: groupOrders,
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

/**
 * The rows that meet every condition, as `where` of `aggregate` means them.
 *
 * @param rows The rows.
 * @param where By column, a value or several of which a row must have one; a list must hold one of them.
 * @returns Those that meet all conditions, in order.
 * @throws {UsageError} If a column is not in the rows.
 *
 * @example
 * ```ts
 * import { filterRows, loadReport } from "report";
 * import { assert } from "@std/assert";
 *
 * const { initiatives } = await loadReport("kuzbass-2016");
 * const pages = filterRows(initiatives, { section: "online", kind: ["blog", "social-page"] });
 * assert(pages.every(({ kind }) => kind === "blog" || kind === "social-page"));
 * ```
 */
export function filterRows<Row extends object>(
  rows: readonly Row[],
  where: Where<keyof Row & string>,
): Row[] {
  const problems = columnProblems(rows, Object.keys(where));
  if (problems.length > 0) throw new UsageError(`Cannot filter rows: ${problems.join("; ")}`);
  return rowsWith(rows, where);
}

/**
 * The series of aggregated rows as the domain of a scale: that of the most rows first, the others last.
 *
 * @param parts What `aggregate` gives.
 * @param options What the others are called, where `aggregate` was told. @default "Others" in the language of the notebook
 * @returns Each series once.
 * @throws {UsageError} For an unknown option.
 *
 * @example
 * ```ts
 * import { aggregate, Plot, seriesOf } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const loans = [
 *   { place: "town", kind: "book" },
 *   { place: "village", kind: "film" },
 *   { place: "village", kind: "film" },
 * ];
 * const byPlace = aggregate(loans, { group: "place", series: "kind", order: "name" });
 * assertEquals(seriesOf(byPlace), ["film", "book"]);
 * Plot.barX(byPlace, { x: "value", y: "group", fill: "series" }).plot({
 *   color: { legend: true, domain: seriesOf(byPlace) },
 * });
 * ```
 */
export function seriesOf(
  parts: readonly Aggregated<unknown>[],
  options: { readonly others?: string } = {},
): string[] {
  assertOptions("order series", options, { others: null });
  const { others = words[chosenLanguage()].explorer.others } = options;
  return orderSeries(parts, others);
}
