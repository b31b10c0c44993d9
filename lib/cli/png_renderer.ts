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

  #draw(svg: string): Promise<Uint8Array<ArrayBuffer>> {
    const url = new URL("./png_worker.ts", import.meta.url);
    const worker = this.#worker ??= new Worker(url, { type: "module" });
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) =>
        "png" in data ? resolve(data.png) : reject(Error(data.reason));
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      };
      worker.postMessage(svg);
    });
  }
}
