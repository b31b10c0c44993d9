import { fileURLToPath } from "node:url";
import { type ScratchFolder, scratchFolder } from "../scratch_folder.ts";
import {
  ConnectionFile,
  type ConnectionParameters,
  type LeftKernel,
  leftKernels,
} from "./connection_file.ts";
import { MessageCodec } from "./jupyter_message.ts";
import { ZmtpSocket } from "./zmtp_socket.ts";

const program = fileURLToPath(new URL("end_with_runner.ts", import.meta.url));
const answerLimit = 2_000;

/**
 * Sees to it that no kernel outlives its runner, and no process that a cell started outlives its kernel.
 *
 * A program beside the runner ends them when it asks, and when it is gone; and the next keeper ends what is left when both
 * were killed.
 */
export class KernelKeeper implements AsyncDisposable {
  readonly #folder: ScratchFolder;
  readonly #child: Deno.ChildProcess;
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;
  readonly #asked = new Map<number, () => void>();
  readonly #heard: Promise<void>;

  private constructor(folder: ScratchFolder) {
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
    const left: LeftKernel[] = [];
    const folder = await scratchFolder("report-kernels", {
      onLeft: async (path) => void left.push(...await leftKernels(path)),
    });
    const keeper = new KernelKeeper(folder);
    await Promise.all(left.map(async ({ connection, process }) => {
      if (await obeysShutdown(connection) && process) await keeper.end(process);
    }));
    return keeper;
  }

  /** Writes the connection file of a kernel to be started. */
  connectionFile(connection: ConnectionParameters): ConnectionFile {
    return new ConnectionFile(connection, this.#folder.path);
  }

  /**
   * Keeps a process, with all that it will start.
   *
   * @param process Its id; it leads a process group.
   */
  keep(process: number): void {
    this.#write(process).catch(() => {});
  }

  /** Ends what is left of a process and all that it started. */
  async end(process: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#asked.set(process, resolve);
    await this.#write(-process).catch(resolve);
    await Promise.race([promise, this.#heard]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#input.close().catch(() => {});
    await this.#heard;
    await this.#child.status;
    await this.#folder[Symbol.asyncDispose]();
  }

  #write(line: number): Promise<void> {
    return this.#input.write(new TextEncoder().encode(`${line}\n`));
  }

  /** Ends when the program does. */
  async #hear(): Promise<void> {
    let unread = "";
    for await (const text of this.#child.stdout.pipeThrough(new TextDecoderStream())) {
      const lines = (unread + text).split("\n");
      unread = lines.pop() ?? "";
      for (const line of lines) this.#asked.get(-Number(line))?.();
    }
  }
}

/** Tells a kernel to end; only the one that knows the key heeds that, whoever has its port and id now. */
async function obeysShutdown({ key, control_port }: LeftKernel["connection"]): Promise<boolean> {
  using stack = new DisposableStack();
  const timer = setTimeout(() => stack.dispose(), answerLimit);
  stack.defer(() => clearTimeout(timer));
  try {
    const socket = stack.use(await ZmtpSocket.connect({ port: control_port, type: "DEALER" }));
    const codec = new MessageCodec(key);
    const ask = async (type: string) =>
      await socket.send(codec.encode({ type, content: {} }).frames);
    await ask("interrupt_request");
    for await (const frames of socket.messages()) {
      if (!codec.decode(frames)) continue;
      await ask("shutdown_request");
      return true;
    }
  } catch {
    // Nobody listens there any more.
  }
  return false;
}
