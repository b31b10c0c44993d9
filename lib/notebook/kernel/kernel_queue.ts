import type { Kernel } from "./kernel.ts";
import { startKernel, type StartKernelOptions } from "./start_kernel.ts";

/**
 * Kernels for notebooks that run one after another: while cells wait for one kernel, the next one starts.
 *
 * Every kernel is fresh and given once.
 */
export class KernelQueue implements AsyncDisposable {
  readonly #options: StartKernelOptions;
  readonly #waiting: Promise<Kernel>[] = [];
  #left: number;

  /**
   * @param options How kernels are started.
   * @param count How many will be taken in all, at most.
   */
  constructor(options: StartKernelOptions, count: number) {
    this.#options = options;
    this.#left = count;
  }

  /**
   * A kernel that nobody had before.
   *
   * @throws {KernelFailure} If it did not start.
   */
  async take(): Promise<Kernel> {
    let kernel = await (this.#waiting.shift() ?? this.#start());
    if (kernel.hasEnded) {
      await kernel[Symbol.asyncDispose]();
      kernel = await this.#start();
    }
    if (this.#left > 0 && this.#waiting.length === 0) this.#waiting.push(this.#start());
    return kernel;
  }

  /** Ends the kernels that nobody took. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const kernel of await Promise.allSettled(this.#waiting)) {
      if (kernel.status === "fulfilled") await kernel.value[Symbol.asyncDispose]();
    }
  }

  #start(): Promise<Kernel> {
    this.#left--;
    const kernel = startKernel(this.#options);
    kernel.catch(() => {});
    return kernel;
  }
}
