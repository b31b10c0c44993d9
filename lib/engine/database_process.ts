/**
 * The process that holds the database: it answers each line of its input, a statement of SQL as a JSON text, by a line of
 * JSON. It alone has the permission that a native library takes.
 *
 * @module
 */
import { createInterface } from "node:readline";
import process from "node:process";

/** What it uses of the package, whose types would have to be fetched to check anything. */
interface Package {
  readonly DuckDBInstance: {
    create(path: string, options: Record<string, string>): Promise<{
      connect(): Promise<{
        runAndReadAll(sql: string): Promise<{ getRowObjectsJS(): unknown[] }>;
      }>;
    }>;
  };
}

// A name that is computed is fetched when it is reached, and by this process only.
const name = "npm:@duckdb/node-api@1.5.5-r.5";
const { DuckDBInstance }: Package = await import(name);
const [threads, memory] = Deno.args;
const instance = await DuckDBInstance.create(":memory:", { threads, memory_limit: memory });
const connection = await instance.connect();

async function answer(sql: string): Promise<{ rows: unknown[] } | { error: string }> {
  try {
    return { rows: (await connection.runAndReadAll(sql)).getRowObjectsJS() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** A whole number as a number, or as a text where a number would lose digits. */
function toPlain(_: string, value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const answered = await answer(JSON.parse(line));
  const peakMemory = 1024 * process.resourceUsage().maxRSS;
  console.log(JSON.stringify({ ...answered, peakMemory }, toPlain));
}
