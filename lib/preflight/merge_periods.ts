import type { Found } from "./drafted.ts";
import type { TableColumn } from "./read_table.ts";

/** Columns by stem, in groups that have the same periods. */
export function stemGroups(
  columns: readonly TableColumn[],
): { stem: string; columns: TableColumn[] }[][] {
  const byStem = Map.groupBy(
    columns,
    ({ header, name }) => header.period === "" ? name : header.stem,
  );
  const stems = [...byStem].map(([stem, columns]) => ({
    stem,
    columns: columns.toSorted((a, b) => a.header.order - b.header.order),
  }));
  const key = ({ columns }: typeof stems[number]) =>
    columns.map(({ header }) => header.period).join("|");
  return [...Map.groupBy(stems, key).values()];
}

/** Sums that were found for all periods, and those found column by column that are none of them. */
export function beside(
  sums: readonly Found[],
  plain: readonly Found[],
  measures: readonly TableColumn[],
): Found[] {
  const headers = new Map(measures.map(({ name, header }) => [name, header]));
  const key = (one: Found, nameOf: (name: string) => string) =>
    [one.result, ...one.operands].map(nameOf).join("|");
  const known = new Set(sums.map((one) => key(one, (name) => name)));
  const totals = new Set(sums.map(({ result }) => result));
  const isNew = (one: Found) => {
    const periods = new Set([one.result, ...one.operands].map((name) => headers.get(name)?.period));
    const stem = headers.get(one.result)?.stem ?? one.result;
    const stems = new Set(one.operands.map((name) => headers.get(name)?.stem));
    const named = [...periods].filter((period) => period !== "" && period !== undefined);
    if (named.length > 1 && stems.size > 1) return false;
    return periods.size > 1 || !(totals.has(stem) || totals.has(one.result)) ||
      (periods.has("") && !known.has(key(one, (name) => name)));
  };
  return [...sums, ...plain.filter(isNew)];
}

/** Relations that hold in several periods alike, as one. */
export function merged(found: readonly Found[], measures: readonly TableColumn[]): Found[] {
  const headers = new Map(measures.map(({ name, header }) => [name, header]));
  const patternOf = (one: Found): Found => {
    const names = [one.result, ...one.operands, ...one.divisors];
    const periods = new Set(names.map((name) => headers.get(name)?.period ?? ""));
    if (periods.size !== 1 || periods.has("")) return one;
    const stem = (name: string) => headers.get(name)!.stem;
    return {
      ...one,
      result: stem(one.result),
      operands: one.operands.map(stem),
      divisors: one.divisors.map(stem),
    };
  };
  const keyOf = (one: Found) =>
    [one.kind, one.result, ...one.operands, "/", ...one.divisors].join("|");
  const groups = Map.groupBy(
    found.map((one) => ({ one, pattern: patternOf(one) })),
    ({ pattern }) => keyOf(pattern),
  );
  return [...groups.values()].map((group) => group.length > 1 ? group[0].pattern : group[0].one);
}
