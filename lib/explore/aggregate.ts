import { numberOf, textsOf } from "./plain_value.ts";

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
export interface Aggregated<Row> {
  readonly group: string;
  /** Empty where there is no series. */
  readonly series: string;
  readonly value: number;
  /** The rows that it is computed from. */
  readonly rows: readonly Row[];
}

const collator = new Intl.Collator("en", { numeric: true });

/**
 * Groups rows and computes one number for each group.
 *
 * An absent value makes the group `–`; rows whose measure is no number are left out.
 *
 * @param rows The rows.
 * @param options Columns, statistic, filter and order.
 * @returns The groups in order, those of one group side by side, the greatest series first.
 * @throws {RangeError} If a column is not in the rows, or a statistic lacks its measure.
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
): Aggregated<Row>[] {
  const { group, series, measure, order = "most", limit = Infinity } = options;
  const statistic = options.statistic ?? (measure === undefined ? "count" : "sum");
  check(rows, options, statistic);
  const kept = filtered(rows, options.where).filter((row) =>
    statistic === "count" || numberOf(row[measure ?? group]) !== undefined
  );
  const numbers = (of: readonly Row[]) =>
    statistic === "count" ? of.map(() => 1) : of.map((row) => numberOf(row[measure ?? group]) ?? 0);
  const seriesOrder = series === undefined
    ? [""]
    : [...parted(kept, series)].toSorted(([, a], [, b]) => b.length - a.length)
      .map(([value]) => value);
  const groups = [...parted(kept, group)].map(([value, members]) => ({
    value,
    members,
    size: compute(numbers(members), statistic),
  }));
  return inOrder(groups, order).slice(0, limit).flatMap(({ value, members }) => {
    const parts = series === undefined ? new Map([["", members]]) : parted(members, series);
    return seriesOrder.flatMap((name) => {
      const part = parts.get(name) ?? [];
      const values = numbers(part);
      if (part.length === 0) return [];
      if (statistic !== "each") {
        return [{ group: value, series: name, value: compute(values, statistic), rows: part }];
      }
      return part.map((row, index) => ({
        group: value,
        series: name,
        value: values[index],
        rows: [row],
      }));
    });
  });
}

/** The rows that have one of the wanted values in every column that is asked for. */
export function filtered<Row extends object>(
  rows: readonly Row[],
  where: AggregateOptions<keyof Row & string>["where"],
): Row[] {
  const wanted = Object.entries<readonly string[] | undefined>(where ?? {}).map((
    [column, values],
  ) => ({
    column: column as keyof Row,
    values: new Set(values),
  }));
  return rows.filter((row) =>
    wanted.every(({ column, values }) => textsOf(row[column]).some((text) => values.has(text)))
  );
}

/** Rows by the values of a column, in the order in which these occur. */
function parted<Row extends object>(
  rows: readonly Row[],
  column: keyof Row,
): Map<string, Row[]> {
  const parts = new Map<string, Row[]>();
  for (const row of rows) {
    for (const text of textsOf(row[column])) {
      const part = parts.get(text);
      if (part) part.push(row);
      else parts.set(text, [row]);
    }
  }
  return parts;
}

function compute(values: readonly number[], statistic: Statistic): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (statistic === "count" || statistic === "sum") return sum;
  if (statistic === "mean") return sum / values.length;
  const sorted = values.toSorted((a, b) => a - b), middle = (values.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

function inOrder<Group extends { readonly value: string; readonly size: number }>(
  groups: readonly Group[],
  order: GroupOrder,
): readonly Group[] {
  if (order === "rows") return groups;
  if (order === "name") return groups.toSorted((a, b) => collator.compare(a.value, b.value));
  const sign = order === "most" ? -1 : 1;
  return groups.toSorted((a, b) => sign * (a.size - b.size));
}

function check<Row extends object>(
  rows: readonly Row[],
  { group, series, measure, where }: AggregateOptions<keyof Row & string>,
  statistic: Statistic,
): void {
  const columns = new Set(rows.flatMap((row) => Object.keys(row)));
  const named = [group, series, measure, ...Object.keys(where ?? {})].filter((name) =>
    name !== undefined
  );
  const problems = rows.length === 0 ? [] : [...new Set(named)]
    .filter((name) => !columns.has(name))
    .map((name) => `wanted one of the columns ${[...columns].join(", ")}, found "${name}"`);
  if (statistic !== "count" && measure === undefined) {
    problems.push(`wanted a measure for the statistic "${statistic}", found none`);
  }
  if (problems.length > 0) throw new RangeError(`Cannot aggregate rows: ${problems.join("; ")}`);
}
