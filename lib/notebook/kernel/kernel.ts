import type { JupyterMessage, KernelRequest } from "./jupyter_message.ts";
import type { KernelChannels } from "./kernel_channels.ts";
import { KernelFailure } from "./kernel_failure.ts";
import type { KernelProcess, ProcessEnd } from "./kernel_process.ts";

/** How a kernel answered a request for execution. */
export type Reply =
  | { readonly status: "ok"; readonly count: number | null }
  | {
    readonly status: "error";
    readonly name: string;
    readonly message: string;
    readonly traceback: readonly string[];
  };

/** How {@link Kernel.execute} runs code. */
export interface ExecuteOptions {
  /** Receives what the code publishes, also after it has ended. */
  readonly onMessage?: (message: JupyterMessage) => void;
  /** Whether the code is none of the notebook's, and so not counted. @default false */
  readonly silent?: boolean;
}

/**
 * A running `deno jupyter` kernel.
 *
 * Deno's kernel publishes some outputs of a cell after it has said that the cell is over. So nobody
 * here stops listening: outputs go to the request that they name, until {@link settle}.
 */
export class Kernel implements AsyncDisposable {
  readonly #process: KernelProcess;
  readonly #channels: KernelChannels;

  /**
   * @param process The kernel's process.
   * @param channels Its channels, connected.
   */
  constructor(process: KernelProcess, channels: KernelChannels) {
    this.#process = process;
    this.#channels = channels;
  }

  /** Id of the kernel's process. */
  get processId(): number {
    return this.#process.id;
  }

  /** Settles when the kernel has ended, by itself or by {@link kill}. */
  get ended(): Promise<ProcessEnd> {
    return this.#process.ended;
  }

  /**
   * Runs code.
   *
   * @returns The reply, once the kernel has also said that it is idle.
   * @throws {KernelFailure} If the kernel ends instead.
   */
  async execute(code: string, { onMessage, silent = false }: ExecuteOptions = {}): Promise<Reply> {
    const content = {
      code,
      silent,
      store_history: !silent,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: false,
    };
    const reply = await this.#request({ type: "execute_request", content }, onMessage);
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
   * Waits until everything that was published has arrived: first until the kernel has come to what cells
   * left for later, then for two round trips, because what it publishes late may fall behind one.
   *
   * @throws {KernelFailure} If the kernel ends instead.
   */
  async settle({ onMessage }: Pick<ExecuteOptions, "onMessage"> = {}): Promise<void> {
    const nextTask = "await new Promise((resolve) => setTimeout(resolve));";
    await this.execute(nextTask, { silent: true, onMessage });
    await this.#request({ type: "kernel_info_request", content: {} });
    await this.#request({ type: "kernel_info_request", content: {} });
  }

  /** Ends the kernel at once. */
  kill(): void {
    this.#process.kill();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process[Symbol.asyncDispose]();
    this.#channels.close();
  }

  #request(
    request: KernelRequest,
    onMessage?: (message: JupyterMessage) => void,
  ): Promise<JupyterMessage> {
    return this.#orEnd(this.#channels.request(request, onMessage));
  }

  async #orEnd<Value>(answer: Promise<Value>): Promise<Value> {
    answer.catch(() => {});
    const end = this.#process.ended.then(async (end) => {
      await this.#channels.drained;
      throw new KernelFailure("died", describeEnd(end));
    });
    return await Promise.race([answer, end]);
  }
}

function describeEnd({ how, lastWords }: ProcessEnd): string {
  const advice = how.includes("SIGKILL")
    ? "if the machine is short of memory, use fewer --jobs"
    : "a cell that calls Deno.exit() ends it";
  return `the kernel ${how}; ${lastWords === "" ? advice : `it said: ${lastWords}`}`;
}
