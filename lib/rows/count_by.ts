import type { Initiative } from "../model/initiative.ts";
import { expectFields } from "./expect_fields.ts";
import { valuesOf } from "./filter_by.ts";
import { isTold } from "./is_told.ts";

/** How many initiatives have a value. */
export interface Count {
  readonly value: string;
  readonly count: number;
  /** For how many of them the text does not state it: it was inferred. */
  readonly inferred: number;
}

/**
 * Counts initiatives by a field; one whose field holds a list counts once for each value of it.
 *
 * @param initiatives The initiatives.
 * @param field The field, of codes or of labels.
 * @returns The values that occur, the most frequent first; equal counts in the order of first occurrence.
 * @throws {RangeError} If no initiative has such a field.
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
export function countBy<Row extends Initiative>(
  initiatives: readonly Row[],
  field: keyof Row,
): Count[] {
  expectFields(initiatives, [field], "count initiatives");
  const having = new Map<string, Row[]>();
  for (const initiative of initiatives) {
    for (const value of new Set(valuesOf(initiative, field))) {
      having.set(value, [...having.get(value) ?? [], initiative]);
    }
  }
  return [...having].map(([value, rows]) => ({
    value,
    count: rows.length,
    inferred: rows.filter((row) => !isTold(row, field)).length,
  })).toSorted((a, b) => b.count - a.count);
}
