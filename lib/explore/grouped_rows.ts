import type { AggregateOptions, GroupOrder, Statistic } from "./aggregate.ts";
import { numberOf, textsOf } from "./plain_value.ts";

/** A group, or the part of it that has one value of the series, with its rows. */
export interface GroupedRows<Row> {
  readonly group: string;
  readonly series: string;
  readonly value: number;
  readonly rows: readonly Row[];
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
  options: AggregateOptions<keyof Row & string>,
): GroupedRows<Row>[] {
  const { group, series, measure, order = "most", limit = Infinity } = options;
  const statistic = options.statistic ?? (measure === undefined ? "count" : "sum");
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
