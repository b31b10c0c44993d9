import type { JupyterMessage } from "./jupyter_message.ts";
import { type KernelChannels, pause } from "./kernel_channels.ts";
import { flushCode, type KernelProcess } from "./kernel_process.ts";

const endLimit = 2_000;
const flushLimit = 1_000;
const mark = "report_mark";

/** What a kernel says of an error. */
export interface KernelError {
  readonly name: string;
  readonly message: string;
  readonly traceback: readonly string[];
}

/** How a kernel answered a request for execution. */
export type Reply =
  | { readonly status: "ok"; readonly count: number | null }
  | { readonly status: "error" } & KernelError;

/** Receives what code publishes, also after it has ended. */
export interface PublishedOptions {
  readonly onMessage?: (message: JupyterMessage) => void;
}

/** How {@link Kernel.execute} runs code. */
export interface ExecuteOptions extends PublishedOptions {
  /** Whether the code is none of the notebook's, and so not counted. @default false */
  readonly silent?: boolean;
}

/**
 * A running `deno jupyter` kernel.
 *
 * Deno's kernel publishes some outputs of a cell after it has said that the cell is over. So nobody
 * here stops listening: outputs go to the request that they name, and {@link drain} waits for the rest.
 */
export class Kernel implements AsyncDisposable {
  /** Its process; what cells wrote to that is complete as of the last {@link settle}. */
  readonly process: KernelProcess;
  readonly #channels: KernelChannels;
  readonly #resources: AsyncDisposable;

  /** @param started The kernel's process, its channels, connected, and what is to be disposed of with it. */
  constructor(
    { process, channels, resources }: {
      readonly process: KernelProcess;
      readonly channels: KernelChannels;
      readonly resources: AsyncDisposable;
    },
  ) {
    this.process = process;
    this.#channels = channels;
    this.#resources = resources;
  }

  /**
   * Runs code.
   *
   * @returns The reply, once the kernel has also said that it is idle.
   * @throws {KernelFailure} If the kernel ends instead.
   */
  async execute(code: string, { onMessage, silent = false }: ExecuteOptions = {}): Promise<Reply> {
    const content = {
      ...{ code, silent, store_history: !silent, user_expressions: {} },
      ...{ allow_stdin: false, stop_on_error: false },
    };
    const request = { type: "execute_request", content };
    const reply = await this.#orEnd(this.#channels.request(request, onMessage));
    const { status, execution_count: count, ename, evalue, traceback } = reply.content;
    if (status === "ok") return { status, count: typeof count === "number" ? count : null };
    return {
      status: "error",
      name: String(ename ?? "Error"),
      message: String(evalue ?? ""),
      traceback: Array.isArray(traceback) ? traceback.map(String) : [],
    };
  }

  /**
   * Asks the kernel to stop the cell that runs. That ends a busy loop, and keeps what earlier cells
   * made; a cell that awaits something goes on.
   */
  async interrupt(): Promise<void> {
    await this.#orEnd(this.#channels.control({ type: "interrupt_request", content: {} }));
  }

  /**
   * Waits until everything that code has published so far has arrived. The kernel says that a cell is over before it
   * sends all of that, and files what comes late under the request that runs then: that is this one.
   *
   * @throws {KernelFailure} If the kernel ends instead.
   */
  async drain({ onMessage }: PublishedOptions, before = ""): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    // Messages keep their order, so that a mark that is published last arrives last.
    await this.execute(`${before}await Deno.jupyter.broadcast("${mark}", {});`, {
      silent: true,
      onMessage: (message) => message.header.msg_type === mark ? resolve() : onMessage?.(message),
    });
    await Promise.race([promise, this.process.ended, pause(flushLimit)]);
  }

  /**
   * Waits as {@link drain} does, and before that until the kernel has come to what cells left for later.
   *
   * @throws {KernelFailure} If the kernel ends instead.
   */
  async settle(options: PublishedOptions = {}): Promise<void> {
    const nextTask = "await new Promise((resolve) => setTimeout(resolve));";
    await this.drain(options, nextTask + flushCode);
    await Promise.race([this.process.written.flushed, pause(flushLimit)]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#resources[Symbol.asyncDispose]();
  }

  async #orEnd<Value>(answer: Promise<Value>): Promise<Value> {
    const end = this.process.ended.then(async ({ how, lastWords }) => {
      await Promise.race([this.#channels.drained, pause(endLimit)]);
      const advice = how.includes("SIGKILL")
        ? "if the machine is short of memory, use fewer --jobs"
        : "a cell that calls Deno.exit() ends it";
      const said = lastWords === "" ? advice : `it said: ${lastWords}`;
      throw new KernelFailure("died", `the kernel ${how}; ${said}`);
    });
    const answerOrEnd = answer.catch(async (error) => {
      // A kernel that dies closes its channels before its process has ended.
      await Promise.race([end, pause(endLimit)]);
      this.process.kill();
      throw new KernelFailure("died", `the kernel closed its channels: ${error.message}`);
    });
    answerOrEnd.catch(() => {});
    return await Promise.race([answerOrEnd, end]);
  }
}

/** Why there is no kernel to run the next cell: it never began to answer, or it ended. */
export class KernelFailure extends Error {
  override readonly name = "KernelFailure";

  /**
   * @param kind Whether the kernel ever answered.
   * @param message What was found, and what to do.
   * @param cause The error that the system gave, if it gave one.
   */
  constructor(readonly kind: "never-started" | "died", message: string, cause?: unknown) {
    super(message, { cause });
  }
}
