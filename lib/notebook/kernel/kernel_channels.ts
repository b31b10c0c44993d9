import { type JupyterMessage, type KernelRequest, MessageCodec } from "./jupyter_message.ts";
import { type ZmtpOptions, ZmtpSocket } from "./zmtp_socket.ts";

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
    ...{ transport: "tcp", ip: "127.0.0.1", signature_scheme: "hmac-sha256" },
    ...{ shell_port, iopub_port, stdin_port, control_port, hb_port, key: crypto.randomUUID() },
  };
}

interface Pending {
  readonly onMessage: ((message: JupyterMessage) => void) | undefined;
  readonly reply: PromiseWithResolvers<JupyterMessage>;
  readonly idle: PromiseWithResolvers<void>;
}

const connectPause = 8;
const subscriptionPause = 20;

/** The channels of one kernel: requests go out, and whatever comes in goes to the request it names. */
export class KernelChannels implements Disposable {
  /** Settles when the kernel has closed its side of what it publishes. */
  readonly drained: Promise<void>;
  readonly #codec: MessageCodec;
  readonly #pending = new Map<string, Pending>();
  readonly #sockets = new DisposableStack();
  readonly #shell: ZmtpSocket;
  readonly #controlPort: number;
  #control: ZmtpSocket | undefined;

  private constructor(
    { key, control_port }: ConnectionParameters,
    { shell, iopub }: { readonly shell: ZmtpSocket; readonly iopub: ZmtpSocket },
  ) {
    this.#codec = new MessageCodec(key);
    this.#shell = this.#sockets.use(shell);
    this.#sockets.use(iopub);
    this.#controlPort = control_port;
    this.#deliverReplies(shell);
    this.drained = this.#deliverPublished(iopub);
  }

  /**
   * Connects to a kernel that is starting, and waits until what it publishes arrives.
   *
   * @param connection How it is to be reached.
   * @param kernel Its process, without which nothing is waited for.
   * @throws {Error} If the process has ended, or who listens speaks otherwise.
   */
  static async connect(
    connection: ConnectionParameters,
    kernel: { readonly hasEnded: boolean },
  ): Promise<KernelChannels> {
    using stack = new DisposableStack();
    const { shell_port, iopub_port } = connection;
    const shell = stack.use(await connectWhenBound({ port: shell_port, type: "DEALER" }, kernel));
    const iopub = stack.use(await connectWhenBound({ port: iopub_port, type: "SUB" }, kernel));
    const channels = new KernelChannels(connection, { shell, iopub });
    while (!await channels.#isSubscribed()) refuseEnded(kernel);
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
      const socket = await ZmtpSocket.connect({ port: this.#controlPort, type: "DEALER" });
      this.#control = this.#sockets.use(socket);
      this.#deliverReplies(socket);
    }
    const { reply } = await this.#send(this.#control, request);
    return await reply.promise;
  }

  /** Closes every channel. */
  [Symbol.dispose](): void {
    this.#sockets.dispose();
  }

  async #send(
    socket: ZmtpSocket,
    request: KernelRequest,
    onMessage?: (message: JupyterMessage) => void,
  ): Promise<Pending> {
    const { id, frames } = this.#codec.encode(request);
    const reply = Promise.withResolvers<JupyterMessage>(), idle = Promise.withResolvers<void>();
    const pending = { onMessage, reply, idle };
    this.#pending.set(id, pending);
    await socket.send(frames);
    return pending;
  }

  /** A publisher drops what it has to say until it has read the subscription. */
  async #isSubscribed(): Promise<boolean> {
    const request = { type: "kernel_info_request", content: {} };
    const { reply, idle } = await this.#send(this.#shell, request);
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
  options: ZmtpOptions,
  kernel: { readonly hasEnded: boolean },
): Promise<ZmtpSocket> {
  while (true) {
    try {
      return await ZmtpSocket.connect(options);
    } catch (error) {
      if (!(error instanceof Deno.errors.ConnectionRefused)) throw error;
      refuseEnded(kernel);
      await pause(connectPause);
    }
  }
}

function refuseEnded({ hasEnded }: { readonly hasEnded: boolean }): void {
  if (hasEnded) throw new Error("the kernel has ended");
}

/** Waits so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
