import { type JupyterMessage, type KernelRequest, MessageCodec } from "./jupyter_message.ts";
import { flushCode, KernelFailure, type KernelProcess, pause } from "./kernel_process.ts";
import { connectWhenBound, ZmtpSocket } from "./zmtp_socket.ts";

const endLimit = 2_000;
const flushLimit = 1_000;
const subscriptionPause = 20;
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

interface Pending extends PublishedOptions {
  readonly reply: PromiseWithResolvers<JupyterMessage>;
  readonly idle: PromiseWithResolvers<void>;
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
  /** What is disposed of with it, the last first. */
  resources: AsyncDisposableStack = new AsyncDisposableStack();
  readonly #codec: MessageCodec;
  readonly #pending = new Map<string, Pending>();
  readonly #shell: ZmtpSocket;
  /** Settles when the kernel has closed its side of what it publishes. */
  readonly #drained: Promise<void>;
  #control: ZmtpSocket | undefined;
  /** Whether nothing has been published since this was last set. */
  #isQuiet = true;

  private constructor(
    process: KernelProcess,
    { shell, iopub }: { readonly shell: ZmtpSocket; readonly iopub: ZmtpSocket },
  ) {
    this.process = process;
    this.#codec = new MessageCodec(process.connection.key);
    this.#shell = shell;
    this.#deliverReplies(shell);
    this.#drained = this.#deliverPublished(iopub);
  }

  /**
   * Connects to a kernel that is starting, and waits until what it publishes arrives.
   *
   * @throws {Error} If its process has ended, or who listens speaks otherwise.
   */
  static async connect(process: KernelProcess): Promise<Kernel> {
    using stack = new DisposableStack();
    const { shell_port, iopub_port } = process.connection;
    const shell = stack.use(await connectWhenBound({ port: shell_port, type: "DEALER" }, process));
    const iopub = stack.use(await connectWhenBound({ port: iopub_port, type: "SUB" }, process));
    const kernel = new Kernel(process, { shell, iopub });
    while (!await kernel.#isSubscribed());
    kernel.resources.use(stack.move());
    return kernel;
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
    const sent = this.#send(this.#shell, request, onMessage);
    const [reply] = await this.#orEnd(Promise.all([sent.reply.promise, sent.idle.promise]));
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
    if (!this.#control) {
      const port = this.process.connection.control_port;
      this.#control = this.resources.use(await ZmtpSocket.connect({ port, type: "DEALER" }));
      this.#deliverReplies(this.#control);
    }
    const request = { type: "interrupt_request", content: {} };
    await this.#orEnd(this.#send(this.#control, request).reply.promise);
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
    const over = Promise.race([promise, this.process.ended]).then(() => true);
    // A kernel that still publishes is waited for: a cell may have written more than a second's worth.
    this.#isQuiet = false;
    while (!this.#isQuiet) {
      this.#isQuiet = true;
      if (await Promise.race([over, pause(flushLimit)])) return;
    }
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
    await this.resources.disposeAsync();
  }

  async #orEnd<Value>(answer: Promise<Value>): Promise<Value> {
    const end = this.process.ended.then(async ({ how, lastWords }) => {
      await Promise.race([this.#drained, pause(endLimit)]);
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

  #send(
    socket: ZmtpSocket,
    request: KernelRequest,
    onMessage?: (message: JupyterMessage) => void,
  ): Pending {
    const { id, frames } = this.#codec.encode(request);
    const reply = Promise.withResolvers<JupyterMessage>(), idle = Promise.withResolvers<void>();
    const pending = { onMessage, reply, idle };
    this.#pending.set(id, pending);
    socket.send(frames).catch(reply.reject);
    return pending;
  }

  /** A publisher drops what it has to say until it has read the subscription. */
  async #isSubscribed(): Promise<boolean> {
    const request = { type: "kernel_info_request", content: {} };
    const { reply, idle } = this.#send(this.#shell, request);
    await reply.promise;
    return await Promise.race([
      idle.promise.then(() => true),
      pause(subscriptionPause).then(() => false),
    ]);
  }

  async #deliverReplies(socket: ZmtpSocket): Promise<void> {
    for await (const frames of socket.messages()) {
      const message = this.#codec.decode(frames);
      if (message) this.#pending.get(message.parent.msg_id ?? "")?.reply.resolve(message);
    }
  }

  async #deliverPublished(iopub: ZmtpSocket): Promise<void> {
    for await (const frames of iopub.messages()) {
      this.#isQuiet = false;
      const message = this.#codec.decode(frames);
      if (!message) continue;
      const pending = this.#pending.get(message.parent.msg_id ?? "");
      const isStatus = message.header.msg_type === "status";
      if (isStatus && message.content.execution_state === "idle") pending?.idle.resolve();
      pending?.onMessage?.(message);
    }
  }
}
