import { Buffer } from "node:buffer";
import { createHmac } from "node:crypto";
import * as z from "zod";

const header = z.object({ msg_id: z.string(), msg_type: z.string() });
const message = z.object({
  header,
  parent: header.partial(),
  // A cell may publish anything; what is no content holds nothing that its kind needs.
  content: z.record(z.string(), z.unknown()).catch({}),
});

/** A Jupyter message as received; `parent` is the request that it belongs to. */
export type JupyterMessage = Readonly<z.infer<typeof message>>;

/** A request to a kernel, before it has an id. */
export interface KernelRequest {
  readonly type: string;
  readonly content: JupyterMessage["content"];
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
   * @returns Its id, by which answers refer to it, and its frames.
   */
  encode({ type, content }: KernelRequest): { readonly id: string; readonly frames: Uint8Array[] } {
    const id = `${this.#session}_${++this.#count}`;
    const header = {
      ...{ msg_id: id, msg_type: type, session: this.#session, username: "report" },
      ...{ date: new Date().toISOString(), version: "5.3" },
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
    if (new TextDecoder().decode(signature) !== this.#sign(parts)) return undefined;
    const [header, parent, , content] = parts.map((part) =>
      JSON.parse(new TextDecoder().decode(part))
    );
    return message.safeParse({ header, parent, content }).data;
  }

  #sign(parts: readonly Uint8Array[]): string {
    const hmac = createHmac("sha256", this.key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  }
}
