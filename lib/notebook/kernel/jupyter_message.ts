import { Buffer } from "node:buffer";
import { createHmac } from "node:crypto";

/** A Jupyter message as received; `parent` is the request that it belongs to. */
export interface JupyterMessage {
  readonly header: { readonly msg_id: string; readonly msg_type: string };
  readonly parent: { readonly msg_id?: string };
  readonly content: Readonly<Record<string, unknown>>;
}

const delimiter = Buffer.from("<IDS|MSG>");

/** Encodes, signs, verifies and decodes the messages of one session with one kernel. */
export class MessageCodec {
  readonly #session = crypto.randomUUID();
  #count = 0;

  /** @param key The secret of the connection file. */
  constructor(readonly key: string) {}

  /**
   * Encodes a request.
   *
   * @param type Such as `execute_request`.
   * @param content What is asked.
   * @returns Its id, by which answers refer to it, and its frames.
   */
  encode(type: string, content: JupyterMessage["content"]): { id: string; frames: Uint8Array[] } {
    const id = `${this.#session}_${++this.#count}`;
    const header = {
      msg_id: id,
      msg_type: type,
      session: this.#session,
      username: "report",
      date: new Date().toISOString(),
      version: "5.3",
    };
    const parts = [header, {}, {}, content].map((part) => Buffer.from(JSON.stringify(part)));
    return { id, frames: [delimiter, Buffer.from(this.#sign(parts)), ...parts] };
  }

  /**
   * Decodes a message.
   *
   * @param frames Its frames, with any routing prefix.
   * @returns The message; `undefined` if it is none, or not signed with the secret of this session.
   */
  decode(frames: readonly Uint8Array[]): JupyterMessage | undefined {
    const start = frames.findIndex((frame) => delimiter.equals(frame));
    const [signature, ...parts] = frames.slice(start + 1, start + 6);
    if (start < 0 || parts.length < 4) return undefined;
    const decoder = new TextDecoder();
    if (decoder.decode(signature) !== this.#sign(parts)) return undefined;
    // Cells may publish what is no object.
    const [header, parent, , content] = parts.map((part) => JSON.parse(decoder.decode(part)) ?? {});
    return { header, parent, content };
  }

  #sign(parts: readonly Uint8Array[]): string {
    // In one piece: each costs a call out of JavaScript.
    return createHmac("sha256", this.key).update(Buffer.concat(parts)).digest("hex");
  }
}
