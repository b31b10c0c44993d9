import { join } from "node:path";
import { sendSignal } from "../../input/run_program.ts";
import type { KernelKeeper } from "./kernel_keeper.ts";

/** How to reach a kernel, as its connection file says it. */
export type ConnectionParameters = Readonly<ReturnType<typeof newConnection>>;

/** Ports that nobody listens on now, and a new secret. */
export function newConnection() {
  const listeners = Array.from(
    { length: 5 },
    () => Deno.listen({ hostname: "127.0.0.1", port: 0 }),
  );
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = listeners
    .map(({ addr }) => addr.port);
  for (const listener of listeners) listener.close();
  return {
    transport: "tcp",
    ip: "127.0.0.1",
    signature_scheme: "hmac-sha256",
    shell_port,
    iopub_port,
    stdin_port,
    control_port,
    hb_port,
    key: crypto.randomUUID(),
  };
}

/** How a {@link KernelProcess} is started. */
export interface KernelProcessOptions {
  /** The folder that the kernel works in. */
  readonly folder: string;
  /** Environment variables besides those of this process. @default None */
  readonly environment?: Readonly<Record<string, string>>;
  /** The program. @default The Deno that runs this. */
  readonly program?: string;
}

const rememberedLines = 12;
const unstableNotice = '"deno jupyter" is unstable';

/** The process of one kernel, watched from its start to its end. */
export interface KernelProcess extends AsyncDisposable {
  /** Id of the process. */
  readonly id: number;
  /** How it is to be reached. */
  readonly connection: ConnectionParameters;
  /** What it writes to its stdout. */
  readonly written: WrittenText;
  /** Settles when the process has ended, for whatever reason: why, for people, and the last lines that it wrote to stderr. */
  readonly ended: Promise<{ readonly how: string; readonly lastWords: string }>;
  /** Whether it has ended. */
  readonly hasEnded: boolean;
  /** Ends the process at once: a kernel has nothing to save, and its orderly end takes 140 ms. */
  kill(): void;
}

/**
 * Starts the process of a kernel.
 *
 * @throws {Error} If the program cannot be run at all.
 */
export function startProcess(
  { keeper, folder, environment, program = Deno.execPath() }: KernelProcessOptions & {
    readonly keeper: KernelKeeper;
  },
): KernelProcess {
  const connection = newConnection(), written = new WrittenText();
  // Only its owner can read it, and it is gone with the process.
  const connectionFile = join(keeper.folder, `${crypto.randomUUID()}.json`);
  Deno.writeTextFileSync(connectionFile, JSON.stringify(connection), { mode: 0o600 });
  const child = new Deno.Command(program, {
    args: ["jupyter", "--kernel", "--conn", connectionFile],
    cwd: folder,
    env: { ...environment, NO_COLOR: "1" },
    // Ctrl-C on a terminal goes to the runner alone, which then ends its kernels; and all that a cell starts is one group.
    detached: true,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  keeper.keep(child.pid);
  const disposal = new AbortController(), { signal: disposed } = disposal;
  const read = (stream: ReadableStream<Uint8Array<ArrayBuffer>>, write: (piece: string) => void) =>
    stream.pipeThrough(new TextDecoderStream())
      .pipeTo(new WritableStream({ write }), { signal: disposed })
      .catch((error) => {
        if (!disposed.aborted) throw error;
      });
  let said = "", hasEnded = false;
  const reading = Promise.all([
    read(child.stdout, (piece) => written.add(piece)),
    read(child.stderr, (piece) => {
      said = (said + piece).split("\n").slice(-rememberedLines).join("\n");
    }),
  ]);
  const ended = child.status.then(async ({ code, signal }) => {
    hasEnded = true;
    await waitAtMost(100, reading);
    const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
    return { how, lastWords: lastWords(said) };
  });
  const kill = () => sendSignal(child, "SIGKILL");
  return {
    id: child.pid,
    connection,
    written,
    ended,
    kill,
    get hasEnded() {
      return hasEnded;
    },
    async [Symbol.asyncDispose]() {
      kill();
      await ended;
      await keeper.end(child.pid);
      disposal.abort();
      await Deno.remove(connectionFile);
    },
  };
}

function lastWords(said: string): string {
  const text = said.split("\n").filter((line) => !line.includes(unstableNotice)).join("\n").trim();
  if (text.includes("JavaScript out of memory")) {
    return "its memory was full; keep less of the data in variables";
  }
  const [, panic] = /(panicked at \S+?):?(?=\s|$)/.exec(text) ?? [];
  return panic === undefined
    ? text
    : `Deno ${panic}; the machine may lack open files or memory: use fewer --jobs`;
}

const limit = 100_000;
const lastTest = "everything the notebook wrote has been read";

/** A test that fails never: the kernel holds back what cells write to their process until it runs one. */
export const flushCode = `Deno.test(${JSON.stringify(lastTest)}, () => {});`;

/**
 * What a kernel's process writes beside what it publishes: reports of `Deno.test`, and what cells, and the programs that
 * they start, write to the process itself.
 */
export class WrittenText {
  readonly #flush = Promise.withResolvers<void>();
  /** Settles when all has been read that was written before {@link flushCode} ran. */
  readonly flushed: Promise<void> = this.#flush.promise;
  #text = "";
  #tail = "";
  #cut = 0;

  /** Takes in a piece. */
  add(piece: string): void {
    const kept = piece.slice(0, limit - this.#text.length);
    this.#text += kept;
    this.#cut += piece.length - kept.length;
    this.#tail = (this.#tail + piece).slice(-limit);
    if (this.#tail.includes(lastTest)) this.#flush.resolve();
  }

  /** All of it, cut after 100,000 characters, without the lines that the kernel puts around it. */
  toString(): string {
    const [text] = this.#text.split(`${lastTest} ...`);
    // What a cell wrote last may end without a line feed.
    const said = text.replaceAll(/-{5,} pre-test output(?: end)? -{5,}(?:\n|$)/g, "");
    return `${said.trim()}${this.#cut > 0 ? ` … (${this.#cut} characters more)` : ""}`;
  }
}

/** Why there is no kernel to run the next cell: it never began to answer, or it ended. */
export class KernelFailure extends Error {
  override readonly name = "KernelFailure";

  /**
   * @param kind Whether the kernel ever answered.
   * @param message What was found, and what to do.
   */
  constructor(readonly kind: "never-started" | "died", message: string) {
    super(message);
  }
}

/** Waits for something, and no longer than so many milliseconds. */
export async function waitAtMost(milliseconds: number, awaited: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([awaited, promise]).finally(() => clearTimeout(timer));
}
