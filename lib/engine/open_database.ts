import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

/** A database in memory that reads large tables where they lie. */
export interface Database {
  /** Runs a statement, and gives its rows, of which there are to be few: whole numbers beyond 2⁵³ as texts. */
  run(sql: string): Promise<Record<string, unknown>[]>;
  /** The most memory that its process had so far, in bytes. */
  readonly peakMemory: number;
  close(): Promise<void>;
}

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
export function openDatabase(): Database {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-prompt", "--no-config", "--node-modules-dir=none"],
      ...[`--lock=${here("deno.lock")}`, "--frozen", "--allow-read", "--allow-ffi"],
      ...[here("database_process.ts"), threads, memory],
    ],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const input = child.stdin.getWriter(), encoder = new TextEncoder();
  const stderr = new Response(child.stderr).text();
  const lines = createInterface({ input: Readable.fromWeb(child.stdout), crlfDelay: Infinity })
    [Symbol.asyncIterator]();
  let peakMemory = 0;
  return {
    async run(sql) {
      await input.write(encoder.encode(JSON.stringify(sql) + "\n"));
      const { value, done } = await lines.next();
      if (done) throw new Error(`the database ended: ${(await stderr).trim()}`);
      const answer: Answer = JSON.parse(value);
      peakMemory = answer.peakMemory;
      if ("error" in answer) throw new Error(answer.error);
      return answer.rows;
    },
    get peakMemory() {
      return peakMemory;
    },
    async close() {
      await input.close().catch(() => {});
      await child.status;
    },
  };
}
