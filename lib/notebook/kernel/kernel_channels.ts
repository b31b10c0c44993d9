import type { ConnectionParameters } from "./connection_file.ts";
import { type JupyterMessage, type KernelRequest, MessageCodec } from "./jupyter_message.ts";
import { ZmtpSocket } from "./zmtp_socket.ts";

interface Pending {
  readonly onMessage: ((message: JupyterMessage) => void) | undefined;
  readonly reply: PromiseWithResolvers<JupyterMessage>;
  readonly idle: PromiseWithResolvers<void>;
}

const connectPause = 8;
const subscriptionPause = 20;

/** The channels of one kernel: requests go out, and whatever comes in goes to the request it names. */
export class KernelChannels {
  /** Settles when the kernel has closed its side of what it publishes. */
  readonly drained: Promise<void>;
  readonly #connection: ConnectionParameters;
  readonly #codec: MessageCodec;
  readonly #pending = new Map<string, Pending>();
  readonly #shell: ZmtpSocket;
  readonly #iopub: ZmtpSocket;
  #control: ZmtpSocket | undefined;

  private constructor(connection: ConnectionParameters, shell: ZmtpSocket, iopub: ZmtpSocket) {
    this.#connection = connection;
    this.#codec = new MessageCodec(connection.key);
    this.#shell = shell;
    this.#iopub = iopub;
    this.#deliverReplies(shell);
    this.drained = this.#deliverPublished();
  }

  /**
   * Connects to a kernel that is starting, and waits until what it publishes arrives.
   *
   * @param signal Aborts the waiting.
   */
  static async connect(
    connection: ConnectionParameters,
    signal: AbortSignal,
  ): Promise<KernelChannels> {
    using stack = new DisposableStack();
    const shell = stack.use(
      await connectWhenBound({ port: connection.shell_port, type: "DEALER" }, signal),
    );
    const iopub = stack.use(
      await connectWhenBound({ port: connection.iopub_port, type: "SUB" }, signal),
    );
    const channels = new KernelChannels(connection, shell, iopub);
    while (!await channels.#isSubscribed()) signal.throwIfAborted();
    stack.move();
    return channels;
  }

  /**
   * Sends a request.
   *
   * @param onMessage Receives what the kernel publishes on behalf of it, then and later.
   * @returns The reply, once the kernel has also published that it is idle.
   */
  async request(
    request: KernelRequest,
    onMessage?: (message: JupyterMessage) => void,
  ): Promise<JupyterMessage> {
    const { reply, idle } = await this.#send(this.#shell, request, onMessage);
    await idle.promise;
    return await reply.promise;
  }

  /** Sends a request that is heard while a cell runs. */
  async control(request: KernelRequest): Promise<JupyterMessage> {
    if (!this.#control) {
      this.#control = await ZmtpSocket.connect({
        port: this.#connection.control_port,
        type: "DEALER",
      });
      this.#deliverReplies(this.#control);
    }
    const { reply } = await this.#send(this.#control, request);
    return await reply.promise;
  }

  /** Closes every channel. */
  close(): void {
    for (const socket of [this.#shell, this.#iopub, this.#control]) socket?.close();
  }

  async #send(
    socket: ZmtpSocket,
    request: KernelRequest,
    onMessage?: (message: JupyterMessage) => void,
  ): Promise<Pending> {
    const { id, frames } = this.#codec.encode(request);
    const pending = {
      onMessage,
      reply: Promise.withResolvers<JupyterMessage>(),
      idle: Promise.withResolvers<void>(),
    };
    this.#pending.set(id, pending);
    await socket.send(frames);
    return pending;
  }

  /** A publisher drops what it has to say until it has read the subscription. */
  async #isSubscribed(): Promise<boolean> {
    const { reply, idle } = await this.#send(this.#shell, {
      type: "kernel_info_request",
      content: {},
    });
    await reply.promise;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), subscriptionPause);
    });
    const heard = await Promise.race([idle.promise.then(() => true), silence]);
    clearTimeout(timer);
    return heard;
  }

  async #deliverReplies(socket: ZmtpSocket): Promise<void> {
    for await (const frames of socket.messages()) {
      const message = this.#codec.decode(frames);
      if (message) this.#pending.get(message.parent.msg_id ?? "")?.reply.resolve(message);
    }
  }

  async #deliverPublished(): Promise<void> {
    for await (const frames of this.#iopub.messages()) {
      const message = this.#codec.decode(frames);
      if (!message) continue;
      const pending = this.#pending.get(message.parent.msg_id ?? "");
      const isStatus = message.header.msg_type === "status";
      if (isStatus && message.content.execution_state === "idle") pending?.idle.resolve();
      pending?.onMessage?.(message);
    }
  }
}

async function connectWhenBound(
  options: Parameters<typeof ZmtpSocket.connect>[0],
  signal: AbortSignal,
): Promise<ZmtpSocket> {
  while (true) {
    try {
      return await ZmtpSocket.connect(options);
    } catch (error) {
      if (!(error instanceof Deno.errors.ConnectionRefused)) throw error;
      signal.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, connectPause));
    }
  }
}
