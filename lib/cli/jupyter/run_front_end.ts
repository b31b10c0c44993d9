import type { FrontEnd } from "./front_end.ts";

/** How {@link runFrontEnd} runs. */
export interface RunFrontEndOptions {
  /** The folder that it works in. */
  readonly folder: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Ends it when aborted, first with a request, then without. */
  readonly signal: AbortSignal;
}

/** How long a server may take to end its kernels, in milliseconds. */
const grace = 10_000;

/**
 * Runs a front end until it ends, or until it is told to.
 *
 * @returns Its exit code; 0 if it was told to end.
 */
export async function runFrontEnd(
  { program }: FrontEnd,
  { folder, args, environment, signal }: RunFrontEndOptions,
): Promise<number> {
  signal.throwIfAborted();
  const child = new Deno.Command(program, {
    args: [...args],
    cwd: folder,
    env: { ...environment },
    // Ctrl-C would reach a server of the same group too, and there only ask whether it is meant.
    detached: Deno.build.os !== "windows",
    stdin: "null",
  }).spawn();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    kill(child, "SIGTERM");
    timer = setTimeout(() => kill(child, "SIGKILL"), grace);
  };
  signal.addEventListener("abort", end, { once: true });
  const { code } = await child.status;
  signal.removeEventListener("abort", end);
  clearTimeout(timer);
  return signal.aborted ? 0 : code;
}

function kill(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof Deno.errors.NotFound)) throw error;
  }
}
