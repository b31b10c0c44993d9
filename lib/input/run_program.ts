/** How a program ended that ran to its end, and what it wrote. */
export interface ProgramResult {
  readonly success: boolean;
  /** Its exit code; 127, as shells have it, of a program that is not installed. */
  readonly code: number;
  readonly stdout: string;
  /** What it said of errors; of a program that is not installed, that. */
  readonly stderr: string;
}

/** How {@linkcode runProgram} runs. */
export interface RunProgramOptions {
  /** The folder that it works in; that of this process if it is not given. */
  readonly folder?: string;
  /** Variables besides those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Ends it when aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a program to its end, without colours and without input.
 *
 * @param command The program, and what it is started with.
 * @param options Where and with what it runs.
 * @returns How it ended; a program that is not installed has failed.
 * @throws {Error} If it may not be run, or the reason of the signal once that is aborted.
 */
export async function runProgram(
  [program, ...args]: readonly [string, ...string[]],
  { folder, environment, signal }: RunProgramOptions = {},
): Promise<ProgramResult> {
  signal?.throwIfAborted();
  const options = { cwd: folder, env: { NO_COLOR: "1", ...environment }, signal };
  try {
    const command = new Deno.Command(program, { args, stdin: "null", ...options });
    const { success, code, stdout, stderr } = await command.output();
    signal?.throwIfAborted();
    const decoder = new TextDecoder();
    return { success, code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return { success: false, code: 127, stdout: "", stderr: error.message };
  }
}

/** Sends a signal to a program, which may have ended already. */
export function sendSignal(program: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    program.kill(signal);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof Deno.errors.NotFound)) throw error;
  }
}
