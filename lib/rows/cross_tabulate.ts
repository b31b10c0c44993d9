import type { Initiative } from "../model/initiative.ts";
import { countBy } from "./count_by.ts";
import { expectFields } from "./expect_fields.ts";
import { valuesOf } from "./filter_by.ts";
import { isTold } from "./is_told.ts";

/** How many initiatives have two values at once. */
export interface CrossCount {
  readonly row: string;
  readonly column: string;
  readonly count: number;
  /** For how many of them the text does not state one of the two or both: it was inferred. */
  readonly inferred: number;
}

/**
 * Counts initiatives by two fields.
 *
 * @param initiatives The initiatives.
 * @param fields The field of the rows and that of the columns.
 * @returns A count for every pair of values that occur, 0 too; the most frequent rows and columns first.
 * @throws {RangeError} If no initiative has such a field.
 *
 * @example
 * ```ts
 * import { crossTabulate, loadReport } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const { initiatives } = await loadReport("kuzbass-2016");
 * const cells = crossTabulate(initiatives, { row: "section", column: "kind" });
 * assertEquals(cells.reduce((sum, { count }) => sum + count, 0), initiatives.length);
 * ```
 */
export function crossTabulate<Row extends Initiative>(
  initiatives: readonly Row[],
  { row, column }: { readonly row: keyof Row; readonly column: keyof Row },
): CrossCount[] {
  expectFields(initiatives, [row, column], "count initiatives");
  const columns = countBy(initiatives, column).map(({ value }) => value);
  return countBy(initiatives, row).flatMap(({ value }) => {
    const inRow = initiatives.filter((initiative) => valuesOf(initiative, row).includes(value));
    return columns.map((name) => {
      const inCell = inRow.filter((initiative) => valuesOf(initiative, column).includes(name));
      const told = inCell.filter((one) => isTold(one, row) && isTold(one, column));
      return {
        row: value,
        column: name,
        count: inCell.length,
        inferred: inCell.length - told.length,
      };
    });
  });
}
