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
