import { type ConnectionParameters, newConnection } from "./connection_file.ts";
import { Kernel, KernelFailure } from "./kernel.ts";
import { KernelChannels } from "./kernel_channels.ts";
import { KernelKeeper } from "./kernel_keeper.ts";
import { KernelProcess, type KernelProcessOptions } from "./kernel_process.ts";

/** How {@link startKernel} starts a kernel. */
export interface StartKernelOptions extends KernelProcessOptions {
  /** Sees to it that it ends. @default One of its own */
  readonly keeper?: KernelKeeper;
  /**
   * How long it may take until the kernel answers, in milliseconds; all but the last attempt have a third of it.
   * @default 30 seconds
   */
  readonly startDeadline?: number;
  /** Gives up when aborted. */
  readonly signal?: AbortSignal;
}

const attempts = 3;
const retryPause = 200;

/**
 * Starts a kernel and waits until it answers on every channel.
 *
 * Between our choice of its ports and its use of them somebody else may take one, and a busy machine may lack ports, files
 * or memory for a moment: so whatever fails before it first answers is tried again, with other ports.
 *
 * @returns The kernel, which ends when it is disposed of.
 * @throws {KernelFailure} If it does not answer; the message says why and what to do.
 */
export async function startKernel(
  { keeper, startDeadline = 30_000, ...options }: StartKernelOptions,
): Promise<Kernel> {
  await using stack = new AsyncDisposableStack();
  const keeping = keeper ?? stack.use(await KernelKeeper.start());
  for (let attempt = 1;; attempt++) {
    try {
      const limit = attempt === attempts ? startDeadline : startDeadline / 3;
      const started = await startOnce({ ...options, keeper: keeping, startDeadline: limit });
      stack.use(started.resources);
      return new Kernel({ ...started, resources: stack.move() });
    } catch (error) {
      options.signal?.throwIfAborted();
      if (!(error instanceof Error)) throw error;
      const failure = asFailure(error);
      if (attempt === attempts || failure.cause instanceof Deno.errors.NotFound) throw failure;
      await new Promise((resolve) => setTimeout(resolve, retryPause * attempt));
    }
  }
}

async function startOnce(
  { startDeadline, signal, ...options }: StartKernelOptions & {
    readonly keeper: KernelKeeper;
    readonly startDeadline: number;
  },
) {
  const connection = newConnection();
  await using stack = new AsyncDisposableStack();
  const process = stack.use(spawn(connection, options));
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
  stack.defer(() => channels.close());
  return { process, channels, resources: stack.move() };
}

function asFailure(error: Error): KernelFailure {
  if (error instanceof KernelFailure) return error;
  return new KernelFailure("never-started", `it cannot be started: ${error.message}`);
}

function spawn(
  connection: ConnectionParameters,
  options: ConstructorParameters<typeof KernelProcess>[1],
): KernelProcess {
  try {
    return new KernelProcess(connection, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KernelFailure("never-started", `its program cannot be run: ${reason}`, error);
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
