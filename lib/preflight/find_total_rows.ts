import { fitTo, toRelation, Total } from "./draft.ts";
import { type Line, moveLine } from "./line.ts";
import { findSums, type View } from "./find_sums.ts";
import type { TableRelation } from "./table_relation.ts";

/**
 * Rows that are sums of others: once for all columns, or twice where columns of whole numbers add up as printed and those
 * of decimals were rounded.
 *
 * @param rows The rows, with a number for each column that adds up.
 * @param columns Those columns.
 * @param views Orders in which the parts of a row may be its neighbours.
 */
export function findTotalRows(
  rows: readonly Line[],
  columns: readonly Line[],
  views: readonly View[],
): TableRelation[] {
  const found = findSums(rows, views).map((sum) => ({ sum, lines: rows }));
  const known = new Set(found.map(({ sum }) => sum.result));
  const moved = movedBack(rows).flatMap(({ lines, name }) =>
    findSums(lines, views)
      .filter(({ result, operands }) => !known.has(result) && [result, ...operands].includes(name))
      .map((sum) => ({ sum, lines }))
  );
  return [...found, ...moved].flatMap(({ sum, lines }) => {
    const byName = new Map(lines.map((line) => [line.name, line]));
    const whole = byName.get(sum.result)!;
    const parts = sum.operands.map((name) => byName.get(name)!);
    const total = Total.of(parts, []);
    const added = [...columns.keys()].filter((place) => !isMean(whole, parts, place));
    const groups = [false, true].flatMap((hasDecimals) => {
      const places = added.filter((place) => columns[place].hasDecimals === hasDecimals);
      const fit = fitTo(whole, total, { guesses: 0, places, mayBeNil: sum.fit.hasNil });
      return places.length > 0 ? [{ places, fit }] : [];
    });
    const isAlike = groups.every(({ fit }) => fit.isLoose === groups[0].fit.isLoose);
    return (isAlike ? [{ ...groups[0], places: added }] : groups).map(({ places, fit }) => {
      const except = columns.filter((_, place) => !places.includes(place));
      return toRelation({ ...sum, fit }, "column", except.map(({ name }) => name));
    });
  });
}

/** How many rows at most are tried as moved by a column. */
const mostMoved = 4;

/**
 * The rows with one of them moved back by a column: a row with one blank where nearly all others print a number has its
 * numbers after it one column too far to the right, or all of them one too far to the left.
 */
function movedBack(rows: readonly Line[]): { lines: Line[]; name: string }[] {
  if (rows.length < 3) return [];
  const isOdd = rows[0].values.keys().map((place) =>
    rows.filter(({ isBlank }) => isBlank[place] === 1).length <= 0.2 * rows.length
  ).toArray();
  const gapsOf = ({ isBlank }: Line) =>
    isBlank.keys().filter((place) => isBlank[place] === 1 && isOdd[place]).toArray();
  const odd = rows.keys().filter((at) => gapsOf(rows[at]).length === 1).toArray();
  if (odd.length > mostMoved) return [];
  return odd.map((at) => {
    const row = rows[at], [gap] = gapsOf(row), isLeft = gap === row.values.length - 1;
    const from = (place: number) => isLeft ? place - 1 : place < gap ? place : place + 1;
    return { lines: rows.with(at, moveLine(row, from)), name: row.name };
  });
}

/** Whether a column's number in a total row lies between those of its parts where all have one sign: a mean, no sum. */
function isMean(whole: Line, parts: readonly Line[], place: number): boolean {
  const values = parts.map(({ values }) => values[place])
    .filter((value) => !Number.isNaN(value) && value !== 0);
  const total = whole.values[place];
  return values.length > 2 && values.every((value) => value > 0) && total > 0 &&
    total <= Math.max(...values) && total >= Math.min(...values);
}
