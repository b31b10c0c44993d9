import { UsageError } from "../errors/usage_error.ts";
import { openDatabase } from "./open_database.ts";

/** How many rows an answer may have: of a large table its aggregates are looked at. */
const mostRows = 10_000;

/**
 * Asks a large table by SQL, where it lies: DuckDB, in a process of its own, reads CSV and Parquet files by their names, and only
 * the rows of the answer come back. The first time, its package of some 70 MB is fetched. In a
 * notebook that `reproduce` runs, the process wants `--allow-run`.
 *
 * @param sql One statement, such as `SELECT region, median(loans) FROM 'returns.parquet' GROUP BY region`; paths lead from the
 *   working directory.
 * @returns The rows; whole numbers beyond 2⁵³ are texts.
 * @throws {UsageError} With what the database says, or if there are more than 10,000 rows.
 *
 * @example
 * ```ts
 * import { query } from "report";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = await query("SELECT i % 2 AS odd, count(*) AS times FROM range(5) AS t(i) GROUP BY odd ORDER BY odd");
 * assertEquals(rows, [{ odd: 0, times: 3 }, { odd: 1, times: 2 }]);
 * ```
 */
export async function query(sql: string): Promise<Record<string, unknown>[]> {
  const database = openDatabase();
  try {
    const rows = await database.run(sql);
    if (rows.length <= mostRows) return rows;
    throw new UsageError(
      `Cannot query: expected at most ${mostRows.toLocaleString("en")} rows, found ${
        rows.length.toLocaleString("en")
      }; ask for counts, sums or quantiles`,
    );
  } catch (error) {
    if (!(error instanceof Error) || error instanceof UsageError) throw error;
    throw new UsageError(`Cannot query: ${error.message}`);
  } finally {
    await database.close();
  }
}
