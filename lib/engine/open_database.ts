import { fileURLToPath } from "node:url";
import { UsageError } from "../errors/usage_error.ts";

/** A database in memory that reads large tables where they lie. */
export type Database = ReturnType<typeof openDatabase>;

/** What its process answers to a statement. */
type Answer = { peakMemory: number } & ({ rows: Record<string, unknown>[] } | { error: string });

/** How many threads the database may use, and how much memory: what does not fit waits in temporary files. */
const threads = "2", memory = "250MB";

/** A path of this folder. */
function here(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/**
 * Opens a database in memory, DuckDB, in a process of its own.
 *
 * The package has a native library of some 70 MB. It is locked apart from all others, so that nothing fetches it that
 * does not open a database.
 */
export function openDatabase() {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--no-config",
      "--node-modules-dir=none",
      `--lock=${here("deno.lock")}`,
      "--frozen",
      "--allow-read",
      "--allow-ffi",
      here("database_process.ts"),
      threads,
      memory,
    ],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const input = child.stdin.getWriter(), encoder = new TextEncoder();
  const stderr = new Response(child.stderr).text();
  const lines = readLines(child.stdout);
  let peakMemory = 0;
  return {
    /** Runs a statement, and gives its rows, of which there are to be few: whole numbers beyond 2⁵³ as texts. */
    async run(sql: string): Promise<Record<string, unknown>[]> {
      await input.write(encoder.encode(JSON.stringify(sql) + "\n"));
      const { value, done } = await lines.next();
      if (done) throw new Error(`the database ended: ${(await stderr).trim()}`);
      const answer: Answer = JSON.parse(value);
      peakMemory = answer.peakMemory;
      if ("error" in answer) throw new Error(answer.error);
      return answer.rows;
    },
    /** The most memory that its process had so far, in bytes. */
    get peakMemory() {
      return peakMemory;
    },
    async close() {
      await input.close().catch(() => {});
      await child.status;
    },
  };
}

async function* readLines(stream: ReadableStream<BufferSource>): AsyncGenerator<string, undefined> {
  let begun = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const [first, ...lines] = text.split("\n");
    begun += first;
    for (const line of lines) {
      yield begun;
      begun = line;
    }
  }
}

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
