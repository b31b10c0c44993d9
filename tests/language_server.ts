/** A position in a text, both from 0 on. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** An answer, or what the server itself asks or tells. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly params?: { readonly items?: readonly unknown[] };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Deno's language server, which the extension of an editor speaks with. */
export class LanguageServer implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #settings: unknown;
  readonly #reading: Promise<void>;
  #lastId = 0;

  /**
   * Starts it in the project.
   *
   * @param settings What the editor's settings say below `deno`.
   */
  constructor(settings: unknown) {
    this.#settings = settings;
    this.#child = new Deno.Command(Deno.execPath(), {
      args: ["lsp"],
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    this.#writer = this.#child.stdin.getWriter();
    this.#reading = this.#read();
  }

  /** Asks, and waits for the answer. */
  async request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    const waiting = Promise.withResolvers<unknown>();
    this.#waiting.set(id, waiting);
    await this.#send({ id, method, params });
    return await waiting.promise;
  }

  /** Tells. */
  async notify(method: string, params: unknown): Promise<void> {
    await this.#send({ method, params });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#child.status;
    await this.#reading;
    await this.#writer.close().catch(() => {});
  }

  async #send(message: Readonly<Record<string, unknown>>): Promise<void> {
    const body = encoder.encode(JSON.stringify({ jsonrpc: "2.0", ...message }));
    await this.#writer.write(encoder.encode(`Content-Length: ${body.length}\r\n\r\n`));
    await this.#writer.write(body);
  }

  async #read(): Promise<void> {
    let bytes = new Uint8Array();
    for await (const chunk of this.#child.stdout) {
      bytes = Uint8Array.from([...bytes, ...chunk]);
      for (let next = splitMessage(bytes); next; next = splitMessage(bytes)) {
        bytes = next.rest;
        await this.#receive(next.message);
      }
    }
  }

  async #receive({ id, method, result, error, params }: Message): Promise<void> {
    if (id === undefined) return;
    if (method === "workspace/configuration") {
      await this.#send({ id, result: params?.items?.map(() => this.#settings) });
    } else if (method !== undefined) await this.#send({ id, result: null });
    else if (error) this.#waiting.get(id)?.reject(new Error(error.message));
    else this.#waiting.get(id)?.resolve(result);
  }
}

function splitMessage(
  bytes: Uint8Array,
): { readonly message: Message; readonly rest: Uint8Array<ArrayBuffer> } | undefined {
  const head = decoder.decode(bytes.subarray(0, 200)).match(/^Content-Length: (\d+)\r\n\r\n/);
  if (!head) return undefined;
  const start = head[0].length, end = start + Number(head[1]);
  if (bytes.length < end) return undefined;
  return {
    message: JSON.parse(decoder.decode(bytes.subarray(start, end))),
    rest: bytes.slice(end),
  };
}
