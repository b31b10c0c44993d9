/** What the worker says of one figure. */
export type PngAnswer = { readonly png: Uint8Array<ArrayBuffer> } | { readonly reason: string };

/**
 * Draws figures as PNG one after another in a worker: what the rasteriser takes of memory, it does not give
 * back before the worker ends.
 */
export class PngRenderer implements Disposable {
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Draws a figure.
   *
   * @param svg The figure.
   * @throws {Error} If it cannot be drawn.
   */
  render(svg: string): Promise<Uint8Array<ArrayBuffer>> {
    const drawn = this.#last.then(() => this.#draw(svg));
    this.#last = drawn.catch(() => {});
    return drawn;
  }

  [Symbol.dispose](): void {
    this.#worker?.terminate();
  }

  async #draw(svg: string): Promise<Uint8Array<ArrayBuffer>> {
    const worker = this.#worker ??= new Worker(new URL("./png_worker.ts", import.meta.url), {
      type: "module",
    });
    const answer = await new Promise<PngAnswer>((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        resolve({ reason: event.message });
      };
      worker.postMessage(svg);
    });
    if ("reason" in answer) throw new Error(answer.reason);
    return answer.png;
  }
}
