import { isRunning, kernelsOf } from "../notebook/processes.ts";
import type { JupyterProject } from "./jupyter_project.ts";
import { commandOf } from "./programs.ts";

const startDeadline = 120_000;
const endDeadline = 30_000;

/** `jupyter-notebook` for the notebooks of a project; it ends, with its kernels, with its scope. */
export class NotebookServer implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #token = crypto.randomUUID();
  readonly #listening: Promise<void>;
  readonly #origin = Promise.withResolvers<string>();
  #words = "";

  private constructor({ notebooks, environment }: JupyterProject) {
    this.#child = new Deno.Command(commandOf("jupyter-notebook"), {
      args: ["--no-browser", "--allow-root", "--ip=127.0.0.1", `--port=${freePort()}`],
      cwd: notebooks,
      env: { ...environment, JUPYTER_TOKEN: this.#token },
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.#listening = this.#listen();
  }

  /**
   * Starts the server.
   *
   * @throws {Error} With its last words, if it does not say in time where it serves.
   */
  static async start(project: JupyterProject): Promise<NotebookServer> {
    const server = new NotebookServer(project);
    const timer = setTimeout(() => server.#giveUp("it did not answer in time"), startDeadline);
    try {
      await server.#origin.promise;
      return server;
    } catch (error) {
      await server[Symbol.asyncDispose]();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Id of its process. */
  get id(): number {
    return this.#child.pid;
  }

  /** Where a notebook can be opened without a password. */
  async addressOf(notebook: string): Promise<string> {
    return `${await this.#origin.promise}/notebooks/${notebook}?token=${this.#token}`;
  }

  /** Ends all kernels, as closing notebooks in the front end does. */
  async endKernels(): Promise<void> {
    const kernels = `${await this.#origin.promise}/api/kernels`;
    const headers = { Authorization: `token ${this.#token}` };
    const response = await fetch(kernels, { headers });
    for (const { id } of await response.json()) {
      const { ok, body } = await fetch(`${kernels}/${id}`, { method: "DELETE", headers });
      await body?.cancel();
      if (!ok) throw new Error(`Cannot end kernel ${id}: the server refused`);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const kernels = await kernelsOf(this.id);
    end(this.#child, "SIGTERM");
    const timer = setTimeout(() => end(this.#child, "SIGKILL"), endDeadline);
    await this.#child.status;
    clearTimeout(timer);
    for (const kernel of kernels) if (await isRunning(kernel)) await kill(kernel);
    await this.#listening;
  }

  async #listen(): Promise<void> {
    for await (const text of this.#child.stderr.pipeThrough(new TextDecoderStream())) {
      this.#words = (this.#words + text).slice(-20_000);
      const [, origin] = /(http:\/\/127\.0\.0\.1:\d+)\/\?token=\S+\s/.exec(this.#words) ?? [];
      if (origin) this.#origin.resolve(origin);
    }
    this.#giveUp("it ended");
  }

  #giveUp(reason: string): void {
    const words = this.#words.trim() || "it said nothing";
    this.#origin.reject(new Error(`Cannot start jupyter-notebook: ${reason}: ${words}`));
  }
}

/** The server looks for another one if somebody takes this port meanwhile. */
function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

function end(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch (error) {
    // It has ended by itself.
    if (!(error instanceof TypeError)) throw error;
  }
}

/** A process of a process of ours: only the one that started it could end it without this program. */
async function kill(id: number): Promise<void> {
  await new Deno.Command("kill", { args: ["-KILL", `${id}`], stderr: "null" }).output();
}
