import type { AggregateOptions, GroupOrder, Statistic } from "./aggregate.ts";
import { numberOf, textsOf } from "./plain_value.ts";

/** A group, or the part of it that has one value of the series, with its rows. */
export interface GroupedRows<Row> {
  readonly group: string;
  readonly series: string;
  readonly value: number;
  readonly rows: readonly Row[];
}

/** What rows are grouped by, and what the series are called that are too many. */
export interface GroupingOptions<Column extends string> extends AggregateOptions<Column> {
  readonly others?: string;
}

const collator = new Intl.Collator("en", { numeric: true });

/**
 * Groups rows and computes one number for each group, as `aggregate` tells.
 *
 * @param rows The rows.
 * @param options Columns, statistic, filter and order.
 * @returns The groups in order, with their rows.
 */
export function groupedRows<Row extends object>(
  rows: readonly Row[],
  options: GroupingOptions<keyof Row & string>,
): GroupedRows<Row>[] {
  const { group, series, measure, order = "most", limit = Infinity } = options;
  const statistic = options.statistic ?? (measure === undefined ? "count" : "sum");
  const kept = filtered(rows, options.where).filter((row) =>
    statistic === "count" || numberOf(row[measure ?? group]) !== undefined
  );
  const numbers = (of: readonly Row[]) =>
    statistic === "count" ? of.map(() => 1) : of.map((row) => numberOf(row[measure ?? group]) ?? 0);
  const names = series === undefined ? [""] : seriesOf(rows, { ...options, series });
  const known = new Set(names);
  const partsOf = (row: Row) =>
    series === undefined
      ? [""]
      : textsOf(row[series]).map((text) => known.has(text) ? text : options.others ?? "");
  const groups = [...parted(kept, (row) => textsOf(row[group]))].map(([value, members]) => ({
    value,
    members,
    size: compute(numbers(members), statistic),
  }));
  return inOrder(groups, order).slice(0, limit).flatMap(({ value, members }) => {
    const parts = parted(members, partsOf);
    return names.flatMap((name) => {
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

/**
 * The values that part groups, the most frequent of all rows first, so that a filter changes neither order nor colour; of more
 * than are wanted the others as one.
 */
export function seriesOf<Row extends object>(
  rows: readonly Row[],
  { series, mostSeries = Infinity, others = "" }: {
    readonly series: keyof Row & string;
    readonly mostSeries?: number;
    readonly others?: string;
  },
): string[] {
  const names = [...parted(rows, (row) => textsOf(row[series]))]
    .toSorted(([, a], [, b]) => b.length - a.length).map(([name]) => name);
  return names.length <= mostSeries ? names : [...names.slice(0, mostSeries), others];
}

/** Parts of one value at one place are one part with the rows of all, so that none hides another. */
export function tied<Row>(parts: readonly GroupedRows<Row>[]): GroupedRows<Row>[] {
  const places = Map.groupBy(
    parts,
    ({ group, series, value }) => JSON.stringify([group, series, value]),
  );
  return [...places.values()].map((same) => ({
    ...same[0],
    rows: same.flatMap(({ rows }) => rows),
  }));
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

/** Rows by their texts, in the order in which these occur; each row once for a text. */
function parted<Row extends object>(
  rows: readonly Row[],
  textsOfRow: (row: Row) => readonly string[],
): Map<string, Row[]> {
  const parts = new Map<string, Row[]>();
  for (const row of rows) {
    for (const text of new Set(textsOfRow(row))) {
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
