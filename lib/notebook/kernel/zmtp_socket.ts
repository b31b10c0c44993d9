import { Buffer } from "node:buffer";

/** What the first byte of a frame says, as bits. */
const isMore = 1, isLong = 2, isCommand = 4;

/** One message as bytes; the length of a frame takes one byte, or eight where one is not enough. */
export function encodeMessage(frames: readonly Uint8Array[]): Uint8Array {
  const last = frames.length - 1;
  return Buffer.concat(frames.flatMap((body, at) => encodeFrame(body, at < last ? isMore : 0)));
}

function encodeFrame(body: Uint8Array, flags: number): Uint8Array[] {
  if (body.length <= 255) return [Uint8Array.of(flags, body.length), body];
  const head = Buffer.alloc(9, flags | isLong);
  head.writeBigUInt64BE(BigInt(body.length), 1);
  return [head, body];
}

/** Reads exact numbers of bytes from a stream, whatever pieces they arrive in. */
export class ByteReader {
  readonly #pieces: ReadableStreamDefaultReader<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  /** @param stream What is read. */
  constructor(stream: ReadableStream<Uint8Array>) {
    this.#pieces = stream.getReader();
  }

  /** Waits for so many bytes; `undefined` if the stream ends before. */
  async read(count: number): Promise<Buffer | undefined> {
    const pieces = [this.#rest];
    for (let left = count - this.#rest.length; left > 0;) {
      const { value } = await this.#pieces.read().catch(() => ({ value: undefined }));
      if (!value) return undefined;
      pieces.push(value);
      left -= value.length;
    }
    const bytes = pieces.length === 1 ? this.#rest : Buffer.concat(pieces);
    this.#rest = bytes.subarray(count);
    return Buffer.from(bytes.buffer, bytes.byteOffset, count);
  }
}

/** Reads messages of the ZeroMQ message transport protocol, each as its frames, until the bytes end. */
export async function* readMessages(reader: ByteReader): AsyncGenerator<Uint8Array[], void> {
  let frames: Uint8Array[] = [];
  while (true) {
    const head = await reader.read(2);
    if (!head) return;
    const [flags, length] = head;
    const more = flags & isLong ? await reader.read(7) : undefined;
    const size = more ? Number(Buffer.concat([head.subarray(1), more]).readBigUInt64BE()) : length;
    const body = await reader.read(size);
    if (!body) return;
    if (flags & isCommand) continue;
    frames.push(body);
    if (flags & isMore) continue;
    yield frames;
    frames = [];
  }
}

/** How long the first of what a peer says is. */
export const greetingLength = 64;

/** What each side says first: a signature, version 3.0, that it wants no security, and which type of socket it is. */
export function encodeHello(type: string): Uint8Array {
  const greeting = Buffer.alloc(greetingLength);
  greeting.set([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0, ...Buffer.from("NULL")]);
  const ready = `\x05READY\x0bSocket-Type\0\0\0${String.fromCharCode(type.length)}${type}`;
  return Buffer.concat([greeting, ...encodeFrame(Buffer.from(ready), isCommand)]);
}

/**
 * One connection of the ZeroMQ message transport protocol, version 3.0 without security, to a peer on
 * this machine.
 *
 * It neither reconnects nor queues: the peer is a kernel that lives as long as its connections.
 */
export interface ZmtpSocket extends Disposable {
  /** Sends one message, of one frame at least. */
  send(frames: readonly Uint8Array[]): Promise<void>;
  /** Every message that arrives, as its frames, until the peer or an end of the socket ends the connection. */
  readonly messages: AsyncGenerator<Uint8Array[], void>;
}

/** Each attempt before a kernel listens costs the kernel some of the time that it needs. */
const connectPause = 16;

/**
 * Connects as soon as the peer listens, and shakes hands.
 *
 * @param peer Its process.
 * @param options Where it listens, and as what to connect: `DEALER` sends and receives, `SUB` receives all that it publishes.
 * @throws {Error} If the process has ended, or who listens speaks otherwise.
 */
export async function connectZmtp(
  peer: { readonly hasEnded: boolean },
  { port, type }: { readonly port: number; readonly type: "DEALER" | "SUB" },
): Promise<ZmtpSocket> {
  let connection: Deno.TcpConn | undefined;
  while (!connection) {
    if (peer.hasEnded) throw new Error("its process has ended");
    connection = await Deno.connect({ hostname: "127.0.0.1", port }).catch(async (error) => {
      if (!(error instanceof Deno.errors.ConnectionRefused)) throw error;
      await new Promise((resolve) => setTimeout(resolve, connectPause));
      return undefined;
    });
  }
  connection.setNoDelay();
  using stack = new DisposableStack();
  stack.adopt(connection, close);
  const reader = new ByteReader(connection.readable), writer = connection.writable.getWriter();
  await writer.write(encodeHello(type));
  const send = (frames: readonly Uint8Array[]) => writer.write(encodeMessage(frames));
  if (type === "SUB") await send([Uint8Array.of(1)]);
  const theirs = await reader.read(greetingLength);
  if (theirs?.[0] !== 0xff || theirs[9] !== 0x7f || theirs[10] < 3) {
    throw new Error("Cannot shake hands: expected a ZMTP 3 greeting, found another protocol");
  }
  const resources = stack.move();
  return { send, messages: readMessages(reader), [Symbol.dispose]: () => resources.dispose() };
}

function close(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch (error) {
    if (!(error instanceof Deno.errors.BadResource)) throw error;
  }
}
