import { type Draft, fitOf, type Line, toRelation } from "./draft.ts";
import { findSums } from "./find_sums.ts";
import type { TableRelation } from "./table_relation.ts";

/**
 * Rows that are sums of others: once for all columns, or twice where columns of whole numbers add up as printed and those
 * of decimals were rounded.
 *
 * @param rows The rows, with a number for each column that adds up.
 * @param columns Those columns.
 */
export function findTotalRows(rows: readonly Line[], columns: readonly Line[]): TableRelation[] {
  return findSums(rows).flatMap((found) => {
    const exempt = findMeans(found, rows, columns);
    const added = columns.filter((column) => !exempt.includes(column));
    const kinds = Map.groupBy(added, ({ hasDecimals }) => hasDecimals);
    const groups = [false, true].flatMap((hasDecimals) => {
      const group = kinds.get(hasDecimals);
      return group ? [{ group, fit: fitIn(found, rows, { group, columns }) }] : [];
    });
    const isAlike = groups.every(({ fit }) => fit.isLoose === groups[0].fit.isLoose);
    const parts = isAlike ? [{ group: added, fit: groups[0]?.fit ?? found.fit }] : groups;
    return parts.map(({ group, fit }) => {
      const except = columns.filter((column) => !group.includes(column)).map(({ name }) => name);
      return toRelation({ ...found, fit }, "column", except);
    });
  });
}

/** How a sum of rows fits in some of the columns. */
function fitIn(
  { result, operands, blank, fit: { bits } }: Draft,
  rows: readonly Line[],
  { group, columns }: { readonly group: readonly Line[]; readonly columns: readonly Line[] },
) {
  const whole = rows.find(({ name }) => name === result)!;
  const parts = rows.filter(({ name }) => operands.includes(name));
  const counts = { tried: 0, exact: 0, loose: 0, bits };
  for (const place of group.map((column) => columns.indexOf(column))) {
    const told = blank === "nil" ? parts.filter(({ isBlank }) => isBlank[place] === 0) : parts;
    const off = Math.abs(
      told.reduce((sum, { values }) => sum + values[place], -whole.values[place]),
    );
    if (Number.isNaN(off)) continue;
    const slack = told.reduce((sum, { steps }) => sum + steps[place], whole.steps[place]);
    counts.tried++;
    if (off === 0) counts.exact++;
    if (2 * off < slack) counts.loose++;
  }
  return fitOf(counts, parts.length, group.some(({ hasDecimals }) => hasDecimals));
}

/** Columns whose number in the total row lies between those of its parts where all have one sign: means, not sums. */
function findMeans(
  { result, operands }: Draft,
  lines: readonly Line[],
  columns: readonly Line[],
): Line[] {
  const find = (name: string) => lines.find((line) => line.name === name)!;
  const whole = find(result), parts = operands.map(find);
  return columns.filter((_, place) => {
    const values = parts.map(({ values }) => values[place]).filter((value) =>
      !Number.isNaN(value) && value !== 0
    );
    const total = whole.values[place];
    return values.length > 2 && values.every((value) => value > 0) && total > 0 &&
      total <= Math.max(...values) && total >= Math.min(...values);
  });
}
