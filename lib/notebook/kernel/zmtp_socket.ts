import {
  ByteReader,
  encodeFrame,
  FrameFlag,
  greeting,
  readFrame,
  readyCommand,
} from "./zmtp_frames.ts";

/** What a {@link ZmtpSocket} connects to, and as what. */
export interface ZmtpOptions {
  readonly port: number;
  /** `DEALER` sends and receives; `SUB` receives all that the peer publishes. */
  readonly type: "DEALER" | "SUB";
}

/**
 * One connection of the ZeroMQ message transport protocol, version 3.0 without security, to a peer on
 * this machine.
 *
 * It neither reconnects nor queues: the peer is a kernel that lives as long as its connections.
 */
export class ZmtpSocket implements Disposable {
  readonly #connection: Deno.Conn;
  readonly #reader: ByteReader;
  #sent: Promise<void> = Promise.resolve();

  private constructor(connection: Deno.Conn) {
    this.#connection = connection;
    this.#reader = new ByteReader(connection);
  }

  /**
   * Connects, and shakes hands.
   *
   * @throws {Error} If nobody listens, or who listens speaks otherwise.
   */
  static async connect({ port, type }: ZmtpOptions): Promise<ZmtpSocket> {
    const connection = await Deno.connect({ hostname: "127.0.0.1", port });
    if ("setNoDelay" in connection) connection.setNoDelay();
    const socket = new ZmtpSocket(connection);
    try {
      await socket.#shakeHands(type);
      return socket;
    } catch (error) {
      socket.close();
      throw error;
    }
  }

  /**
   * Sends one message.
   *
   * @param parts The frames of the message, in order; at least one.
   */
  send(parts: readonly Uint8Array[]): Promise<void> {
    const frames = parts.map((part, index) =>
      encodeFrame(part, index < parts.length - 1 ? FrameFlag.More : 0)
    );
    this.#sent = this.#sent.then(() => this.#write(frames));
    return this.#sent;
  }

  /** Every message that arrives, as its frames, until the peer or {@link close} ends the connection. */
  async *messages(): AsyncGenerator<Uint8Array[], void> {
    let parts: Uint8Array[] = [];
    while (true) {
      const frame = await readFrame(this.#reader).catch(() => undefined);
      if (frame === undefined) return;
      if (frame.flags & FrameFlag.Command) continue;
      parts.push(frame.body);
      if (frame.flags & FrameFlag.More) continue;
      yield parts;
      parts = [];
    }
  }

  /** Ends the connection. */
  close(): void {
    try {
      this.#connection.close();
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource)) throw error;
    }
  }

  [Symbol.dispose](): void {
    this.close();
  }

  async #shakeHands(type: ZmtpOptions["type"]): Promise<void> {
    await this.#write([greeting()]);
    const theirs = await this.#reader.read(64);
    if (theirs[0] !== 0xff || theirs[9] !== 0x7f || theirs[10] < 3) {
      throw new Error("Cannot shake hands: expected a ZMTP 3 greeting, found another protocol");
    }
    await this.#write([readyCommand(type)]);
    const ready = await readFrame(this.#reader);
    if (!(ready.flags & FrameFlag.Command)) {
      throw new Error("Cannot shake hands: expected the command READY, found a message");
    }
    if (type === "SUB") await this.send([Uint8Array.of(1)]);
  }

  async #write(chunks: readonly Uint8Array[]): Promise<void> {
    const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
    let offset = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    for (let written = 0; written < bytes.length;) {
      written += await this.#connection.write(bytes.subarray(written));
    }
  }
}
