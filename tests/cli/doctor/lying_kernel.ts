import { createHmac } from "node:crypto";
import type { ConnectionParameters } from "../../../lib/notebook/kernel/kernel_process.ts";
import { MessageCodec } from "../../../lib/notebook/kernel/jupyter_message.ts";
import {
  ByteReader,
  encodeHello,
  encodeMessage,
  greetingLength,
  readMessages,
} from "../../../lib/notebook/kernel/zmtp_socket.ts";

// A kernel that says of every cell that it ran well, whatever it does, and gives no result: what some
// versions of Deno do. It is started as `deno jupyter --kernel --conn FILE` is.

const connection: ConnectionParameters = JSON.parse(await Deno.readTextFile(Deno.args[3]));
const codec = new MessageCodec(connection.key);
const subscribers: Deno.Conn[] = [];

async function* messagesOf(port: number, type: "ROUTER" | "PUB") {
  for await (const peer of Deno.listen({ hostname: "127.0.0.1", port })) {
    const reader = new ByteReader(peer.readable);
    await peer.write(encodeHello(type));
    await reader.read(greetingLength);
    yield { peer, reader };
  }
}

async function send(peer: Deno.Conn, parts: readonly unknown[]): Promise<void> {
  const frames = parts.map((part) => new TextEncoder().encode(JSON.stringify(part)));
  const hmac = createHmac("sha256", connection.key);
  for (const frame of frames) hmac.update(frame);
  const head = ["<IDS|MSG>", hmac.digest("hex")].map((text) => new TextEncoder().encode(text));
  await peer.write(encodeMessage([...head, ...frames]));
}

function headerOf(type: string) {
  return { msg_id: crypto.randomUUID(), msg_type: type };
}

async function answer(peer: Deno.Conn, reader: ByteReader): Promise<void> {
  for await (const frames of readMessages(reader)) {
    const request = codec.decode(frames);
    if (!request) continue;
    const type = request.header.msg_type.replace("request", "reply");
    const content = { status: "ok", execution_count: 1 };
    await send(peer, [headerOf(type), request.header, {}, content]);
    for (const subscriber of subscribers) {
      const idle = { execution_state: "idle" };
      await send(subscriber, [headerOf("status"), request.header, {}, idle]);
    }
  }
}

async function serveShell(): Promise<void> {
  for await (const { peer, reader } of messagesOf(connection.shell_port, "ROUTER")) {
    answer(peer, reader).finally(() => Deno.exit());
  }
}

async function servePublished(): Promise<void> {
  for await (const { peer } of messagesOf(connection.iopub_port, "PUB")) subscribers.push(peer);
}

await Promise.all([serveShell(), servePublished()]);
