/** Turns Ctrl-C and its like into an aborted signal, as long as it is not disposed of. */
export class Interrupt implements Disposable {
  readonly #controller = new AbortController();
  readonly #abort = () => this.#controller.abort(new Interrupted());

  constructor() {
    for (const name of names()) Deno.addSignalListener(name, this.#abort);
  }

  /** Aborted when the process is told to end. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  [Symbol.dispose](): void {
    for (const name of names()) Deno.removeSignalListener(name, this.#abort);
  }
}

/** Why work was given up: somebody pressed Ctrl-C, or ended the process otherwise. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  override readonly message = "Interrupted; every file is as it was.";
}

function names(): Deno.Signal[] {
  return Deno.build.os === "windows" ? ["SIGINT", "SIGBREAK"] : ["SIGINT", "SIGTERM", "SIGHUP"];
}
