import { type JupyterMessage, MessageCodec } from "./jupyter_message.ts";
import { flushCode, KernelFailure, type KernelProcess, waitAtMost } from "./kernel_process.ts";
import { connectZmtp, type ZmtpSocket } from "./zmtp_socket.ts";

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

/** How {@link Kernel.execute} runs code. */
export interface ExecuteOptions {
  /** Receives what code publishes, also after it has ended. */
  readonly onMessage?: (message: JupyterMessage) => void;
  /** Whether the code is none of the notebook's, and so not counted. @default false */
  readonly silent?: boolean;
}

interface Pending extends Pick<ExecuteOptions, "onMessage"> {
  readonly reply: PromiseWithResolvers<JupyterMessage>;
  readonly idle: PromiseWithResolvers<void>;
}

/**
 * A running `deno jupyter` kernel.
 *
 * Deno's kernel publishes some outputs of a cell after it has said that the cell is over. So nobody
 * here stops listening: outputs go to the request that they name, and {@link run} waits for the rest.
 */
export class Kernel implements AsyncDisposable {
  /** Its process; what cells wrote to that is complete as of the last {@link settle}. */
  readonly process: KernelProcess;
  readonly #resources: AsyncDisposableStack;
  readonly #codec: MessageCodec;
  readonly #pending = new Map<string, Pending>();
  #shell!: ZmtpSocket;
  /** Settles when the kernel has closed its side of what it publishes. */
  #drained?: Promise<void>;
  #control?: ZmtpSocket;
  /** Whether nothing has been published since this was last set. */
  #isQuiet = true;

  /**
   * @param process Its process, which is starting.
   * @param resources What is disposed of with it, the last first.
   */
  constructor(process: KernelProcess, resources: AsyncDisposableStack) {
    this.process = process;
    this.#resources = resources;
    this.#codec = new MessageCodec(process.connection.key);
  }

  /**
   * Connects, and waits until what the kernel publishes arrives.
   *
   * @throws {Error} If its process has ended, or who listens speaks otherwise.
   */
  async connect(): Promise<void> {
    const { shell_port, iopub_port } = this.process.connection;
    this.#shell = await this.#connectRequests(shell_port);
    this.#drained = this.#deliverPublished(
      this.#resources.use(await connectZmtp(this.process, { port: iopub_port, type: "SUB" })),
    );
    while (!await this.#isSubscribed());
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
    const sent = this.#send(this.#shell, "execute_request", content, onMessage);
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
   * Runs code, and waits until everything that code has published so far has arrived. The kernel says that a cell is over
   * before it sends all of that, and files what comes late under the request that runs then: that is the second one here.
   *
   * @returns The reply.
   * @throws {KernelFailure} If the kernel ends instead.
   */
  async run(code: string, options: ExecuteOptions = {}): Promise<Reply> {
    const marked = Promise.withResolvers<void>();
    const onMessage = (message: JupyterMessage) =>
      message.header.msg_type === mark ? marked.resolve() : options.onMessage?.(message);
    // Messages keep their order, so that a mark that is published last arrives last.
    const marking = `await Deno.jupyter.broadcast("${mark}", {});`;
    const reply = await this.execute(code, options);
    // Not sent at once: the kernel's second reply would wait for the acknowledgement of the first, some 40 ms a cell.
    await this.execute(marking, { silent: true, onMessage });
    let isOver = false;
    const over = Promise.race([marked.promise, this.process.ended]).then(() => isOver = true);
    // A kernel that still publishes is waited for: a cell may have written more than a second's worth.
    do {
      this.#isQuiet = true;
      await waitAtMost(flushLimit, over);
    } while (!isOver && !this.#isQuiet);
    return reply;
  }

  /**
   * Waits as {@link run} does, and before that until the kernel has come to what cells left for later.
   *
   * @throws {KernelFailure} If the kernel ends instead.
   */
  async settle({ onMessage }: Pick<ExecuteOptions, "onMessage"> = {}): Promise<void> {
    const nextTask = "await new Promise((resolve) => setTimeout(resolve));";
    await this.run(nextTask + flushCode, { silent: true, onMessage });
    await waitAtMost(flushLimit, this.process.written.flushed);
  }

  /**
   * Asks the kernel to stop the cell that runs. That ends a busy loop, and keeps what earlier cells
   * made; a cell that awaits something goes on.
   */
  async interrupt(): Promise<void> {
    this.#control ??= await this.#connectRequests(this.process.connection.control_port);
    await this.#orEnd(this.#send(this.#control, "interrupt_request").reply.promise);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#resources.disposeAsync();
  }

  async #orEnd<Value>(answer: Promise<Value>): Promise<Value> {
    const end = this.process.ended.then(async ({ how, lastWords }) => {
      await waitAtMost(endLimit, this.#drained!);
      const advice = how.includes("SIGKILL")
        ? "if the machine is short of memory, use fewer --jobs"
        : "a cell that calls Deno.exit() ends it";
      const said = lastWords === "" ? advice : `it said: ${lastWords}`;
      throw new KernelFailure("died", `the kernel ${how}; ${said}`);
    });
    const answerOrEnd = answer.catch(async (error) => {
      // A kernel that dies closes its channels before its process has ended.
      await waitAtMost(endLimit, end);
      this.process.kill();
      throw new KernelFailure("died", `the kernel closed its channels: ${error.message}`);
    });
    answerOrEnd.catch(() => {});
    return await Promise.race([answerOrEnd, end]);
  }

  #send(
    socket: ZmtpSocket,
    type: string,
    content: JupyterMessage["content"] = {},
    onMessage?: ExecuteOptions["onMessage"],
  ): Pending {
    const { id, frames } = this.#codec.encode(type, content);
    const reply = Promise.withResolvers<JupyterMessage>(), idle = Promise.withResolvers<void>();
    const pending = { onMessage, reply, idle };
    this.#pending.set(id, pending);
    socket.send(frames).catch(reply.reject);
    return pending;
  }

  /** A publisher drops what it has to say until it has read the subscription. */
  async #isSubscribed(): Promise<boolean> {
    const { reply, idle } = this.#send(this.#shell, "kernel_info_request");
    await reply.promise;
    let isIdle = false;
    await waitAtMost(subscriptionPause, idle.promise.then(() => isIdle = true));
    return isIdle;
  }

  /** Connects a channel for requests, whose replies go to who waits for them. */
  async #connectRequests(port: number): Promise<ZmtpSocket> {
    const socket = this.#resources.use(await connectZmtp(this.process, { port, type: "DEALER" }));
    const deliver = async () => {
      for await (const frames of socket.messages) {
        const message = this.#codec.decode(frames);
        if (message) this.#pending.get(message.parent.msg_id ?? "")?.reply.resolve(message);
      }
    };
    deliver();
    return socket;
  }

  async #deliverPublished(iopub: ZmtpSocket): Promise<void> {
    for await (const frames of iopub.messages) {
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
