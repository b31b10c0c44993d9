import { UsageError } from "../errors/usage_error.ts";
import { columnProblems } from "./column_problems.ts";
import { rowsWith, type Where } from "./group_rows.ts";

/**
 * The rows that meet every condition, as `where` of `aggregate` means them.
 *
 * @param rows The rows.
 * @param where By column, a value or several of which a row must have one; a list must hold one of them.
 * @returns Those that meet all conditions, in order.
 * @throws {UsageError} If a column is not in the rows.
 *
 * @example
 * ```ts
 * import { filterRows, loadReport } from "report";
 * import { assert } from "@std/assert";
 *
 * const { initiatives } = await loadReport("kuzbass-2016");
 * const pages = filterRows(initiatives, { section: "online", kind: ["blog", "social-page"] });
 * assert(pages.every(({ kind }) => kind === "blog" || kind === "social-page"));
 * ```
 */
export function filterRows<Row extends object>(
  rows: readonly Row[],
  where: Where<keyof Row & string>,
): Row[] {
  const problems = columnProblems(rows, Object.keys(where));
  if (problems.length > 0) throw new UsageError(`Cannot filter rows: ${problems.join("; ")}`);
  return rowsWith(rows, where);
}
