import { join } from "node:path";
import { sendSignal } from "../../input/run_program.ts";
import { type ConnectionParameters, pause } from "./kernel_channels.ts";
import type { KernelKeeper } from "./kernel_keeper.ts";

/** How a {@link KernelProcess} is started. */
export interface KernelProcessOptions {
  /** The folder that the kernel works in. */
  readonly folder: string;
  /** Environment variables besides those of this process. @default None */
  readonly environment?: Readonly<Record<string, string>>;
  /** The program. @default The Deno that runs this. */
  readonly program?: string;
}

/** Why a process ended, for people, and the last lines that it wrote to stderr. */
export interface ProcessEnd {
  readonly how: string;
  readonly lastWords: string;
}

const rememberedLines = 12;
const unstableNotice = '"deno jupyter" is unstable';

/** The process of one kernel, watched from its start to its end. */
export class KernelProcess implements AsyncDisposable {
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<ProcessEnd>;
  /** What it writes to its stdout. */
  readonly written: WrittenText = new WrittenText();
  readonly #keeper: KernelKeeper;
  /** Only its owner can read it, and it is gone with the process. */
  readonly #connectionFile: string;
  readonly #child: Deno.ChildProcess;
  readonly #disposed = new AbortController();
  #hasEnded = false;

  /**
   * Starts the process.
   *
   * @param connection How the kernel is to be reached.
   * @throws {Error} If the program cannot be run at all.
   */
  constructor(
    connection: ConnectionParameters,
    { keeper, folder, environment, program = Deno.execPath() }: KernelProcessOptions & {
      readonly keeper: KernelKeeper;
    },
  ) {
    this.#keeper = keeper;
    this.#connectionFile = join(keeper.folder, `${crypto.randomUUID()}.json`);
    Deno.writeTextFileSync(this.#connectionFile, JSON.stringify(connection), { mode: 0o600 });
    this.#child = new Deno.Command(program, {
      args: ["jupyter", "--kernel", "--conn", this.#connectionFile],
      cwd: folder,
      env: { ...environment, NO_COLOR: "1" },
      // Ctrl-C on a terminal goes to the runner alone, which then ends its kernels; and all that a cell starts is one group.
      detached: true,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    keeper.keep(this.id);
    this.ended = this.#watch();
  }

  /** Id of the process. */
  get id(): number {
    return this.#child.pid;
  }

  /** Whether it has ended. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Ends the process at once: a kernel has nothing to save, and its orderly end takes 140 ms. */
  kill(): void {
    sendSignal(this.#child, "SIGKILL");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill();
    await this.ended;
    await this.#keeper.end(this.id);
    this.#disposed.abort();
    await Deno.remove(this.#connectionFile);
  }

  async #watch(): Promise<ProcessEnd> {
    let said = "";
    const reading = Promise.all([
      this.#read(this.#child.stdout, (piece) => this.written.add(piece)),
      this.#read(this.#child.stderr, (piece) => {
        said = (said + piece).split("\n").slice(-rememberedLines).join("\n");
      }),
    ]);
    const { code, signal } = await this.#child.status;
    this.#hasEnded = true;
    await Promise.race([reading, pause(100)]);
    return {
      how: signal ? `was ended by ${signal}` : `ended with exit code ${code}`,
      lastWords: lastWords(said),
    };
  }

  async #read(
    stream: ReadableStream<Uint8Array<ArrayBuffer>>,
    onPiece: (piece: string) => void,
  ): Promise<void> {
    const { signal } = this.#disposed;
    await stream.pipeThrough(new TextDecoderStream())
      .pipeTo(new WritableStream({ write: onPiece }), { signal })
      .catch((error) => {
        if (!signal.aborted) throw error;
      });
  }
}

function lastWords(said: string): string {
  const text = said.split("\n").filter((line) => !line.includes(unstableNotice)).join("\n").trim();
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
    const lines = text.split("\n").filter((line) => !/^-+ pre-test output( end)? -+$/.test(line));
    return `${lines.join("\n").trim()}${this.#cut > 0 ? ` … (${this.#cut} characters more)` : ""}`;
  }
}
