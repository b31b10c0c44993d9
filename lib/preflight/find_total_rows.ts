import { sum } from "d3-array";
import { fitTo, toRelation, Total } from "./draft.ts";
import type { Line } from "./line.ts";
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
  const byName = new Map(rows.map((line) => [line.name, line]));
  const sums = findSums(rows, views).map((found) => {
    const parts = found.operands.map((name) => byName.get(name)!);
    return { found, whole: byName.get(found.result)!, parts, total: Total.of(parts) };
  });
  // A column that adds up in another total has no means: there a slip is no exception.
  const addsUp = (place: number) =>
    sums.some(({ whole: { values: { [place]: value } }, total }) =>
      value !== 0 && total.values[place] === value
    );
  return sums.flatMap(({ found, whole, parts, total }) => {
    const added = [...columns.keys()].filter((place) =>
      !isMean(whole, parts, place) || addsUp(place)
    );
    const groups = [false, true].flatMap((hasDecimals) => {
      const places = added.filter((place) => columns[place].hasDecimals === hasDecimals);
      const fit = fitTo(whole, total, { guesses: 0, places, mayBeNil: found.fit.hasNil });
      return places.length > 0 ? [{ places, fit }] : [];
    });
    const isAlike = groups.every(({ fit }) => fit.isLoose === groups[0].fit.isLoose);
    return (isAlike ? [{ ...groups[0], places: added }] : groups).map(({ places, fit }) => {
      const except = columns.filter((_, place) => !places.includes(place));
      return toRelation({ ...found, fit }, "column", except.map(({ name }) => name));
    });
  });
}

/**
 * Whether a column's number in a total row lies between those of its parts where all have one sign: a mean, no sum. Where all
 * parts but the greatest add up to less, that one may have a digit too many.
 */
function isMean(whole: Line, parts: readonly Line[], place: number): boolean {
  const values = parts.map(({ values }) => values[place])
    .filter((value) => !Number.isNaN(value) && value !== 0);
  const total = whole.values[place];
  const greatest = Math.max(...values);
  return values.length > 2 && values.every((value) => value > 0) && total > 0 &&
    total <= greatest && total >= Math.min(...values) &&
    sum(values, (value) => value) - greatest > total;
}
