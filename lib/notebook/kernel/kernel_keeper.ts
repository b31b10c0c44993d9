import { fileURLToPath } from "node:url";
import { type ScratchFolder, scratchFolder } from "../scratch_folder.ts";

const program = fileURLToPath(new URL("end_with_runner.ts", import.meta.url));

/**
 * Sees to it that no kernel outlives its runner, and no process that a cell started outlives its kernel.
 *
 * A program beside the runner ends them when it asks, and when it is gone; and the next keeper ends what is left when both
 * were killed.
 */
export class KernelKeeper implements AsyncDisposable {
  /** A folder that nobody else can read, for the connection files of its kernels. */
  readonly folder: string;
  readonly #folder: ScratchFolder;
  readonly #child: Deno.ChildProcess;
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;
  readonly #asked = new Map<string, () => void>();
  readonly #heard: Promise<void>;

  private constructor(folder: ScratchFolder) {
    this.folder = folder.path;
    this.#folder = folder;
    this.#child = new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", "--no-prompt", "--no-config", "--no-lock", "--allow-run", program],
      // Ctrl-C on a terminal goes to the runner alone.
      detached: true,
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    this.#input = this.#child.stdin.getWriter();
    this.#heard = this.#hear();
  }

  /**
   * Begins to keep, and ends the kernels that an earlier keeper had to leave.
   *
   * @throws {UsageError} If there is no folder for temporary files.
   */
  static async start(): Promise<KernelKeeper> {
    const left: string[] = [];
    const folder = await scratchFolder("report-kernels", {
      onLeft: (path) => void left.push(path),
    });
    const keeper = new KernelKeeper(folder);
    await Promise.all(left.map((path) => keeper.#ask(path)));
    return keeper;
  }

  /**
   * Keeps a process, with all that it will start.
   *
   * @param process Its id; it leads a process group.
   */
  keep(process: number): void {
    this.#write(`${process}`).catch(() => {});
  }

  /** Ends what is left of a process and all that it started. */
  end(process: number): Promise<void> {
    return this.#ask(`${-process}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#input.close().catch(() => {});
    await this.#heard;
    await this.#child.status;
    await this.#folder[Symbol.asyncDispose]();
  }

  /** Waits until the program has answered, or is gone. */
  async #ask(line: string): Promise<void> {
    const answered = new Promise<void>((resolve) => this.#asked.set(line, resolve));
    await this.#write(line).catch(() => {});
    await Promise.race([answered, this.#heard]);
  }

  #write(line: string): Promise<void> {
    return this.#input.write(new TextEncoder().encode(`${line}\n`));
  }

  /** Ends when the program does. */
  async #hear(): Promise<void> {
    let unread = "";
    for await (const text of this.#child.stdout.pipeThrough(new TextDecoderStream())) {
      const lines = (unread + text).split("\n");
      unread = lines.pop() ?? "";
      for (const line of lines) this.#asked.get(line)?.();
    }
  }
}
