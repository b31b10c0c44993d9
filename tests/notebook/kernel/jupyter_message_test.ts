import { assertEquals, assertNotEquals } from "@std/assert";
import { MessageCodec } from "../../../lib/notebook/kernel/jupyter_message.ts";

const content = { code: "1 + ö" };

Deno.test("a message is read by who knows the secret, whatever stands before it", () => {
  const { id, frames } = new MessageCodec("secret").encode("execute_request", content);
  const message = new MessageCodec("secret").decode([Uint8Array.of(1, 2), ...frames]);
  assertEquals([message?.header.msg_id, message?.header.msg_type], [id, "execute_request"]);
  assertEquals(message?.content, content);
});

Deno.test("a message of another secret, changed or cut short is none", () => {
  const codec = new MessageCodec("secret");
  const { frames } = codec.encode("execute_request", content);
  assertEquals(new MessageCodec("other").decode(frames), undefined);
  assertEquals(codec.decode(frames.with(-1, new TextEncoder().encode("{}"))), undefined);
  assertEquals(codec.decode(frames.slice(0, -1)), undefined);
  assertEquals(codec.decode([]), undefined);
});

Deno.test("every message has an id of its own", () => {
  const codec = new MessageCodec("secret");
  assertNotEquals(
    codec.encode("execute_request", content).id,
    codec.encode("execute_request", content).id,
  );
});

Deno.test("a message whose content is no object has none", () => {
  const content = null as unknown as Record<string, unknown>;
  const { frames } = new MessageCodec("secret").encode("execute_result", content);
  assertEquals(new MessageCodec("secret").decode(frames)?.content, {});
});
