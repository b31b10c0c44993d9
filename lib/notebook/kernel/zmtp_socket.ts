import { Buffer } from "node:buffer";

/** Reads exact numbers of bytes from a stream, whatever pieces they arrive in. */
export class ByteReader {
  readonly #pieces: ReadableStreamDefaultReader<Uint8Array>;
  #rest = new Uint8Array();

  /** @param stream What is read. */
  constructor(stream: ReadableStream<Uint8Array>) {
    this.#pieces = stream.getReader();
  }

  /**
   * Waits for the next bytes.
   *
   * @param count How many.
   * @returns Those bytes.
   * @throws {Error} If the stream ends before.
   */
  async read(count: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [this.#rest];
    for (let left = count - this.#rest.length; left > 0;) {
      const { value } = await this.#pieces.read();
      if (!value) throw new Deno.errors.UnexpectedEof("the connection ended");
      pieces.push(value);
      left -= value.length;
    }
    const bytes = pieces.length === 1 ? this.#rest : Buffer.concat(pieces);
    this.#rest = bytes.subarray(count);
    return bytes.subarray(0, count);
  }
}

/** What the first byte of a frame says, as bits. */
export const FrameFlag = { More: 1, Long: 2, Command: 4 } as const;

/** One frame of the ZeroMQ message transport protocol. */
export interface Frame {
  readonly flags: number;
  readonly body: Uint8Array;
}

/** What each side says first: the signature, version 3.0, and that it wants no security. */
export const greeting: Uint8Array = new Uint8Array(64);
greeting.set([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0, ...Buffer.from("NULL")]);

/** What each side says next: which type of socket it is. */
export function readyCommand(type: string): Uint8Array {
  const length = String.fromCharCode(type.length);
  const body = Buffer.from(`\x05READY\x0bSocket-Type\0\0\0${length}${type}`);
  return encodeFrame(body, FrameFlag.Command);
}

/** A frame as bytes; its length takes one byte, or eight where one is not enough. */
export function encodeFrame(body: Uint8Array, flags: number): Uint8Array {
  if (body.length <= 255) return Buffer.concat([Uint8Array.of(flags, body.length), body]);
  const head = new DataView(new ArrayBuffer(9));
  head.setUint8(0, flags | FrameFlag.Long);
  head.setBigUint64(1, BigInt(body.length));
  return Buffer.concat([new Uint8Array(head.buffer), body]);
}

/** Reads the next frame. */
export async function readFrame(reader: ByteReader): Promise<Frame> {
  const [flags] = await reader.read(1);
  const size = await reader.read(flags & FrameFlag.Long ? 8 : 1);
  const length = size.length === 1
    ? size[0]
    : Number(new DataView(size.buffer, size.byteOffset).getBigUint64(0));
  return { flags, body: await reader.read(length) };
}

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
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;

  private constructor(connection: Deno.Conn) {
    this.#connection = connection;
    this.#reader = new ByteReader(connection.readable);
    this.#writer = connection.writable.getWriter();
  }

  /**
   * Connects, and shakes hands.
   *
   * @throws {Error} If nobody listens, or who listens speaks otherwise.
   */
  static async connect({ port, type }: ZmtpOptions): Promise<ZmtpSocket> {
    const connection = await Deno.connect({ hostname: "127.0.0.1", port });
    connection.setNoDelay();
    using stack = new DisposableStack();
    const socket = stack.use(new ZmtpSocket(connection));
    await socket.#shakeHands(type);
    stack.move();
    return socket;
  }

  /**
   * Sends one message.
   *
   * @param parts The frames of the message, in order; at least one.
   */
  async send(parts: readonly Uint8Array[]): Promise<void> {
    const last = parts.length - 1;
    const frames = parts.map((part, at) => encodeFrame(part, at < last ? FrameFlag.More : 0));
    await this.#writer.write(Buffer.concat(frames));
  }

  /** Every message that arrives, as its frames, until the peer or an end of the socket ends the connection. */
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
  [Symbol.dispose](): void {
    try {
      this.#connection.close();
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource)) throw error;
    }
  }

  async #shakeHands(type: ZmtpOptions["type"]): Promise<void> {
    await this.#writer.write(greeting);
    const theirs = await this.#reader.read(64);
    if (theirs[0] !== 0xff || theirs[9] !== 0x7f || theirs[10] < 3) {
      throw new Error("Cannot shake hands: expected a ZMTP 3 greeting, found another protocol");
    }
    await this.#writer.write(readyCommand(type));
    const ready = await readFrame(this.#reader);
    if (!(ready.flags & FrameFlag.Command)) {
      throw new Error("Cannot shake hands: expected the command READY, found a message");
    }
    if (type === "SUB") await this.send([Uint8Array.of(1)]);
  }
}

const connectPause = 8;

/**
 * Connects as soon as the peer listens.
 *
 * @param options What is connected to.
 * @param peer Its process.
 * @throws {Error} If the process has ended, or who listens speaks otherwise.
 */
export async function connectWhenBound(
  options: ZmtpOptions,
  peer: { readonly hasEnded: boolean },
): Promise<ZmtpSocket> {
  while (!peer.hasEnded) {
    try {
      return await ZmtpSocket.connect(options);
    } catch (error) {
      if (!(error instanceof Deno.errors.ConnectionRefused)) throw error;
      await new Promise((resolve) => setTimeout(resolve, connectPause));
    }
  }
  throw new Error("its process has ended");
}
