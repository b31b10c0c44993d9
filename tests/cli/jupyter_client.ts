/** A message of Jupyter, as its web server passes it on. */
export interface ServedMessage {
  readonly header: { readonly msg_type: string };
  readonly parent_header: { readonly msg_id?: string };
  readonly content: Readonly<Record<string, unknown>>;
}

/** What a person does in a front end: open a notebook, run a cell, press the button that interrupts. */
export class JupyterClient implements Disposable {
  readonly #base: string;
  readonly #token: string;
  readonly #socket: WebSocket;
  readonly #kernel: string;
  readonly #heard: ServedMessage[] = [];
  #changed = Promise.withResolvers<void>();

  private constructor(base: string, token: string, kernel: string) {
    this.#base = base;
    this.#token = token;
    this.#kernel = kernel;
    const address = `${base.replace("http", "ws")}/api/kernels/${kernel}/channels?token=${token}`;
    this.#socket = new WebSocket(address);
    this.#socket.onmessage = ({ data }) => {
      this.#heard.push(JSON.parse(data));
      this.#changed.resolve();
      this.#changed = Promise.withResolvers();
    };
  }

  /** Opens a notebook with the kernel that it names, and waits until the kernel can be spoken to. */
  static async open(
    path: string,
    { base, token, kernelName }: {
      readonly base: string;
      readonly token: string;
      readonly kernelName: string;
    },
  ): Promise<JupyterClient> {
    const response = await fetch(`${base}/api/sessions?token=${token}`, {
      method: "POST",
      body: JSON.stringify({ path, name: "", type: "notebook", kernel: { name: kernelName } }),
    });
    const { kernel } = await response.json();
    const client = new JupyterClient(base, token, kernel.id);
    await new Promise((resolve, reject) => {
      client.#socket.onopen = resolve;
      client.#socket.onerror = reject;
    });
    return client;
  }

  /** Runs a cell, and gives its result as text. */
  async result(code: string): Promise<string> {
    const { data } = await this.hear(this.send(code), "execute_result");
    return (data as Readonly<Record<string, string>>)["text/plain"];
  }

  /** Sends a cell to run, and gives the id by which answers refer to it. */
  send(code: string): string {
    const id = crypto.randomUUID();
    const header = {
      msg_id: id,
      msg_type: "execute_request",
      session: "s",
      username: "",
      version: "5.3",
    };
    const content = { code, silent: false, store_history: true, allow_stdin: false };
    const message = { channel: "shell", header, parent_header: {}, metadata: {}, content };
    this.#socket.send(JSON.stringify(message));
    return id;
  }

  /**
   * Waits for a message of a type that belongs to a cell.
   *
   * @throws {Error} If the kernel ends instead.
   */
  async hear(id: string, type: string): Promise<ServedMessage["content"]> {
    while (true) {
      const ends = ["dead", "restarting", "autorestarting"];
      const end = this.#heard.find(({ content }) => ends.includes(String(content.execution_state)));
      if (end) throw new Error(`The kernel is ${end.content.execution_state}`);
      const found = this.#heard.find(({ header, parent_header }) =>
        header.msg_type === type && parent_header.msg_id === id
      );
      if (found) return found.content;
      await this.#changed.promise;
    }
  }

  /** Presses the button that interrupts. */
  async interrupt(): Promise<void> {
    const address = `${this.#base}/api/kernels/${this.#kernel}/interrupt?token=${this.#token}`;
    const response = await fetch(address, { method: "POST" });
    await response.body?.cancel();
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }
}
