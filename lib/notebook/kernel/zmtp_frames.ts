/** Reads exact numbers of bytes from a connection, whatever pieces they arrive in. */
export class ByteReader {
  readonly #source: { read(into: Uint8Array): Promise<number | null> };
  #buffer = new Uint8Array(64 * 1024);
  #start = 0;
  #end = 0;

  /** @param source Where the bytes come from, such as a `Deno.Conn`. */
  constructor(source: { read(into: Uint8Array): Promise<number | null> }) {
    this.#source = source;
  }

  /**
   * Waits for the next bytes.
   *
   * @param count How many.
   * @returns Those bytes, which belong to the caller.
   * @throws {Error} If the source ends before.
   */
  async read(count: number): Promise<Uint8Array> {
    if (this.#start + count > this.#buffer.length) this.#makeRoom(count);
    while (this.#end - this.#start < count) {
      const got = await this.#source.read(this.#buffer.subarray(this.#end));
      if (got === null) throw new Deno.errors.UnexpectedEof("the connection ended");
      this.#end += got;
    }
    const bytes = this.#buffer.slice(this.#start, this.#start + count);
    this.#start += count;
    if (this.#start === this.#end) this.#start = this.#end = 0;
    return bytes;
  }

  #makeRoom(count: number): void {
    const waiting = this.#buffer.subarray(this.#start, this.#end);
    if (count > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(count, this.#buffer.length * 2));
      larger.set(waiting);
      this.#buffer = larger;
    } else {
      this.#buffer.copyWithin(0, this.#start, this.#end);
    }
    this.#end -= this.#start;
    this.#start = 0;
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
export function greeting(): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0]);
  bytes.set(ascii("NULL"), 12);
  return bytes;
}

/** What each side says next: which type of socket it is. */
export function readyCommand(type: string): Uint8Array {
  const value = ascii(type);
  const body = [
    ...shortText("READY"),
    ...shortText("Socket-Type"),
    ...Uint8Array.of(0, 0, 0, value.length),
    ...value,
  ];
  return encodeFrame(Uint8Array.from(body), FrameFlag.Command);
}

/** A frame as bytes; its length takes one byte, or eight where one is not enough. */
export function encodeFrame(body: Uint8Array, flags: number): Uint8Array {
  const isLong = body.length > 255;
  const head = isLong ? 9 : 2;
  const bytes = new Uint8Array(head + body.length);
  bytes[0] = isLong ? flags | FrameFlag.Long : flags;
  if (isLong) new DataView(bytes.buffer).setBigUint64(1, BigInt(body.length));
  else bytes[1] = body.length;
  bytes.set(body, head);
  return bytes;
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

function shortText(text: string): Uint8Array {
  return Uint8Array.of(text.length, ...ascii(text));
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
