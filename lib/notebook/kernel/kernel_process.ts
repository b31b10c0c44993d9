/** How a {@link KernelProcess} is started. */
export interface KernelProcessOptions {
  /** The folder that the kernel works in. */
  readonly folder: string;
  /** Environment variables besides those of this process. @default None */
  readonly environment?: Readonly<Record<string, string>>;
  /** The program. @default The Deno that runs this. */
  readonly program?: string;
}

/** Why a process ended, for people, and the last lines that it wrote to stderr. */
export interface ProcessEnd {
  readonly how: string;
  readonly lastWords: string;
}

const rememberedLines = 12;
const unstableNotice = '"deno jupyter" is unstable';

/** The process of one kernel, watched from its start to its end. */
export class KernelProcess implements AsyncDisposable {
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<ProcessEnd>;
  readonly #child: Deno.ChildProcess;

  /**
   * Starts the process.
   *
   * @param connectionFile Path of the file that says how the kernel is to be reached.
   * @throws {Error} If the program cannot be run at all.
   */
  constructor(connectionFile: string, options: KernelProcessOptions) {
    const { folder, environment, program = Deno.execPath() } = options;
    this.#child = new Deno.Command(program, {
      args: ["jupyter", "--kernel", "--conn", connectionFile],
      cwd: folder,
      env: { ...environment, NO_COLOR: "1" },
      // Ctrl-C on a terminal goes to the runner alone, which then ends its kernels.
      detached: true,
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.ended = this.#watch();
  }

  /** Id of the process. */
  get id(): number {
    return this.#child.pid;
  }

  /** Ends the process at once: a kernel has nothing to save, and its orderly end takes 140 ms. */
  kill(): void {
    try {
      this.#child.kill("SIGKILL");
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof Deno.errors.NotFound)) throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill();
    await this.ended;
  }

  async #watch(): Promise<ProcessEnd> {
    const lines: string[] = [];
    const reading = this.#child.stderr.pipeThrough(new TextDecoderStream()).pipeTo(
      new WritableStream({
        write(chunk) {
          const [first, ...rest] = chunk.split("\n");
          lines.push((lines.pop() ?? "") + first, ...rest);
          lines.splice(0, lines.length - rememberedLines);
        },
      }),
    );
    const { code, signal } = await this.#child.status;
    await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, 100))]);
    return {
      how: signal ? `was ended by ${signal}` : `ended with exit code ${code}`,
      lastWords: lines.filter((line) => !line.includes(unstableNotice)).join("\n").trim(),
    };
  }
}
