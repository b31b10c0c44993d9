const limit = 100_000;
const lastTest = "everything the notebook wrote has been read";

/** A test that fails never: the kernel holds back what cells write to their process until it runs one. */
export const flushCode = `Deno.test(${JSON.stringify(lastTest)}, () => {});`;

/**
 * What a kernel's process writes beside what it publishes: reports of `Deno.test`, and what cells, and the programs that
 * they start, write to the process itself.
 */
export class WrittenText {
  /** Settles when all has been read that was written before {@link flushCode} ran. */
  readonly flushed: Promise<void>;
  readonly #flush = Promise.withResolvers<void>();
  #text = "";
  #tail = "";
  #cut = 0;

  constructor() {
    this.flushed = this.#flush.promise;
  }

  /** Takes in a piece. */
  add(piece: string): void {
    const kept = piece.slice(0, limit - this.#text.length);
    this.#text += kept;
    this.#cut += piece.length - kept.length;
    this.#tail = (this.#tail + piece).slice(-limit);
    if (this.#tail.includes(lastTest)) this.#flush.resolve();
  }

  /** All of it, cut after 100,000 characters, without the lines that the kernel puts around it. */
  toString(): string {
    const [text] = this.#text.split(`${lastTest} ...`);
    const lines = text.split("\n").filter((line) => !/^-+ pre-test output( end)? -+$/.test(line));
    return `${lines.join("\n").trim()}${this.#cut > 0 ? ` … (${this.#cut} characters more)` : ""}`;
  }
}
