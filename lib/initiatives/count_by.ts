import type { Initiative } from "../model/initiative.ts";
import { valuesOf } from "./filter_by.ts";

/** How many initiatives have a value. */
export interface Count {
  readonly value: string;
  readonly count: number;
}

/**
 * Counts initiatives by a field; one whose field holds a list counts once for each value of it.
 *
 * @param initiatives The initiatives.
 * @param field The field.
 * @returns The values that occur, the most frequent first; equal counts in the order of first occurrence.
 *
 * @example
 * ```ts
 * import { countBy, loadReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { initiatives } = await loadReport("kuzbass-2016");
 * const bySection = countBy(initiatives, "section");
 * assertEquals(bySection.reduce((sum, { count }) => sum + count, 0), initiatives.length);
 * ```
 */
export function countBy(initiatives: readonly Initiative[], field: keyof Initiative): Count[] {
  const counts = new Map<string, number>();
  for (const initiative of initiatives) {
    for (const value of new Set(valuesOf(initiative, field))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count);
}
