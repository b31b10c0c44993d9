import { UsageError } from "../../errors/usage_error.ts";
import { Kernel } from "./kernel.ts";
import { type KernelKeeper, startKeeper } from "./kernel_keeper.ts";
import { KernelFailure, type KernelProcessOptions, startProcess } from "./kernel_process.ts";

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
export async function startKernel(options: StartKernelOptions): Promise<Kernel> {
  const { startDeadline = 30_000, signal } = options;
  for (let attempt = 1;; attempt++) {
    try {
      const limit = attempt === attempts ? startDeadline : startDeadline / 3;
      return await startOnce({ ...options, startDeadline: limit });
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof Error) || error instanceof UsageError) throw error;
      const failure = error instanceof KernelFailure
        ? error
        : neverStarted(`its program cannot be run: ${error.message}`);
      if (attempt === attempts || error instanceof Deno.errors.NotFound) throw failure;
      await new Promise((resolve) => setTimeout(resolve, retryPause * attempt));
    }
  }
}

async function startOnce(
  { startDeadline, signal, ...options }: StartKernelOptions & { readonly startDeadline: number },
): Promise<Kernel> {
  signal?.throwIfAborted();
  await using stack = new AsyncDisposableStack();
  const resources = stack.use(new AsyncDisposableStack());
  const keeper = options.keeper ?? resources.use(await startKeeper());
  const process = resources.use(startProcess({ ...options, keeper }));
  const late = AbortSignal.timeout(startDeadline);
  const stopped = AbortSignal.any(signal ? [late, signal] : [late]);
  const kill = () => process.kill();
  stopped.addEventListener("abort", kill);
  const ended = process.ended.then(({ how, lastWords }) => {
    const words = lastWords || "it said nothing; try deno jupyter --kernel --help by hand";
    throw neverStarted(
      late.aborted
        ? `the kernel did not answer within ${startDeadline / 1000} s; ` +
          "if the machine is busy, use fewer --jobs"
        : `the kernel ${how} before it answered: ${words}`,
    );
  });
  const kernel = new Kernel(process, resources);
  const connecting = kernel.connect().catch((error) => {
    if (process.hasEnded) return ended;
    throw neverStarted(`its channels cannot be used: ${error.message}`);
  });
  await Promise.race([connecting, ended]);
  stopped.removeEventListener("abort", kill);
  stack.move();
  return kernel;
}

function neverStarted(message: string): KernelFailure {
  return new KernelFailure("never-started", message);
}
