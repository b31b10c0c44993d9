import { type Line, toRelation } from "./draft.ts";
import { fitLinear } from "./find_balances.ts";
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
  const byName = new Map(rows.map((row) => [row.name, row]));
  return findSums(rows).flatMap((found) => {
    const whole = byName.get(found.result)!;
    const plus = found.operands.map((name) => byName.get(name)!);
    const added = columns.filter((_, place) => !isMean(whole, plus, place));
    const kinds = Map.groupBy(added, ({ hasDecimals }) => hasDecimals);
    const groups = [false, true].flatMap((hasDecimals) => {
      const group = kinds.get(hasDecimals);
      if (group === undefined) return [];
      const places = group.map((column) => columns.indexOf(column));
      const isNil = found.blank === "nil";
      return [{ group, fit: fitLinear(whole, { plus, minus: [], isNil, places, hasDecimals }) }];
    });
    const isAlike = groups.every(({ fit }) => fit.isLoose === groups[0].fit.isLoose);
    const parts = isAlike ? [{ group: added, fit: groups[0]?.fit ?? found.fit }] : groups;
    return parts.map(({ group, fit }) => {
      const except = columns.filter((column) => !group.includes(column)).map(({ name }) => name);
      return toRelation({ ...found, fit }, "column", except);
    });
  });
}

/** Whether a number in the total row lies between those of its parts, all above 0: a mean, not a sum. */
function isMean(whole: Line, parts: readonly Line[], place: number): boolean {
  const values = parts.map(({ values }) => values[place]).filter((value) =>
    !Number.isNaN(value) && value !== 0
  );
  const total = whole.values[place];
  return values.length > 2 && values.every((value) => value > 0) && total > 0 &&
    total <= Math.max(...values) && total >= Math.min(...values);
}
