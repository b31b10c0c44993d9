import { fileURLToPath } from "node:url";
import { scratchFolder } from "../scratch_folder.ts";

const program = fileURLToPath(new URL("end_with_runner.ts", import.meta.url));

/**
 * Sees to it that no kernel outlives its runner, and no process that a cell started outlives its kernel.
 *
 * A program beside the runner ends them when it asks, and when it is gone; and the next keeper ends what is left when both
 * were killed.
 */
export interface KernelKeeper extends AsyncDisposable {
  /** A folder that nobody else can read, for the connection files of its kernels. */
  readonly folder: string;
  /** Keeps a process, which leads a group, with all that it will start. */
  keep(process: number): void;
  /** Ends what is left of a process and all that it started. */
  end(process: number): Promise<void>;
}

/**
 * Begins to keep, and ends the kernels that an earlier keeper had to leave.
 *
 * @throws {UsageError} If there is no folder for temporary files.
 */
export async function startKeeper(): Promise<KernelKeeper> {
  const left: string[] = [];
  const folder = await scratchFolder("report-kernels", { onLeft: (path) => void left.push(path) });
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-prompt", "--no-config", "--no-lock", "--allow-run", program],
    // Ctrl-C on a terminal goes to the runner alone.
    detached: true,
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const input = child.stdin.getWriter(), asked = new Map<string, () => void>();
  const write = (line: string) =>
    input.write(new TextEncoder().encode(`${line}\n`)).catch(() => {});
  const heard = hearAnswers(child.stdout, asked);
  // Waits until the program has answered, or is gone.
  const ask = async (line: string) => {
    const answered = new Promise<void>((resolve) => asked.set(line, resolve));
    await write(line);
    await Promise.race([answered, heard]);
  };
  await Promise.all(left.map(ask));
  return {
    folder: folder.path,
    keep: (process) => void write(`${process}`),
    end: (process) => ask(`${-process}`),
    async [Symbol.asyncDispose]() {
      await input.close().catch(() => {});
      await heard;
      await child.status;
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Ends when the program does. */
async function hearAnswers(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  asked: ReadonlyMap<string, () => void>,
): Promise<void> {
  let unread = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (unread + text).split("\n");
    unread = lines.pop() ?? "";
    for (const line of lines) asked.get(line)?.();
  }
}
