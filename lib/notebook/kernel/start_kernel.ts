import { ConnectionFile, newConnection } from "./connection_file.ts";
import { Kernel } from "./kernel.ts";
import { KernelChannels } from "./kernel_channels.ts";
import { KernelFailure } from "./kernel_failure.ts";
import { KernelProcess, type KernelProcessOptions } from "./kernel_process.ts";

/** How {@link startKernel} starts a kernel. */
export interface StartKernelOptions extends KernelProcessOptions {
  /** How long it may take until the kernel answers, in milliseconds. @default 30 seconds */
  readonly startDeadline?: number;
  /** Gives up when aborted. */
  readonly signal?: AbortSignal;
}

const attempts = 3;

/**
 * Starts a kernel and waits until it answers on every channel.
 *
 * @returns The kernel, which ends when it is disposed of.
 * @throws {KernelFailure} If it does not answer; the message says why and what to do.
 */
export async function startKernel(options: StartKernelOptions): Promise<Kernel> {
  for (let attempt = 1;; attempt++) {
    try {
      return await startOnce(options);
    } catch (error) {
      if (!(error instanceof KernelFailure && isPortTaken(error)) || attempt === attempts) {
        throw error;
      }
    }
  }
}

/** Between our choice of a port and the kernel's use of it somebody else may take it. */
function isPortTaken({ message }: KernelFailure): boolean {
  return /address.*in use|shake hands/i.test(message);
}

async function startOnce(
  { startDeadline = 30_000, signal, ...options }: StartKernelOptions,
): Promise<Kernel> {
  const connection = newConnection();
  using file = new ConnectionFile(connection);
  await using stack = new AsyncDisposableStack();
  const process = stack.use(spawn(file.path, options));
  using waiting = new Waiting(startDeadline, signal);
  const ended = process.ended.then(({ how, lastWords }) => {
    const words = lastWords || "it said nothing; try deno jupyter --kernel --help by hand";
    throw new KernelFailure("never-started", `the kernel ${how} before it answered: ${words}`);
  });
  const connecting = KernelChannels.connect(connection, waiting.signal).catch((error) => {
    waiting.signal.throwIfAborted();
    throw new KernelFailure("never-started", `its channels cannot be used: ${error.message}`);
  });
  connecting.catch(() => {});
  const channels = await Promise.race([connecting, ended, waiting.over]);
  stack.move();
  return new Kernel(process, channels);
}

function spawn(connectionFile: string, options: KernelProcessOptions): KernelProcess {
  try {
    return new KernelProcess(connectionFile, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KernelFailure("never-started", `its program cannot be run: ${reason}`);
  }
}

/** Ends with a time limit or an outer signal, and tells those who wait for something else. */
class Waiting implements Disposable {
  readonly over: Promise<never>;
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(limit: number, signal: AbortSignal | undefined) {
    const late = new KernelFailure(
      "never-started",
      `the kernel did not answer within ${
        limit / 1000
      } s; if the machine is busy, use fewer --jobs`,
    );
    this.#timer = setTimeout(() => this.#controller.abort(late), limit);
    const own = this.#controller.signal;
    this.signal = signal ? AbortSignal.any([own, signal]) : own;
    const { promise, reject } = Promise.withResolvers<never>();
    this.signal.addEventListener("abort", () => reject(this.signal.reason), { once: true });
    promise.catch(() => {});
    this.over = promise;
  }

  readonly signal: AbortSignal;

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
    this.#controller.abort();
  }
}
