import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  ByteReader,
  encodeMessage,
  readMessages,
} from "../../../lib/notebook/kernel/zmtp_socket.ts";

/** Gives bytes in pieces, as a connection does. */
function inPieces(bytes: Uint8Array, sizes: readonly number[]): ReadableStream<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let offset = 0, turn = 0; offset < bytes.length; turn++) {
    const size = sizes[turn % sizes.length];
    pieces.push(bytes.subarray(offset, offset + size));
    offset += size;
  }
  return ReadableStream.from(pieces);
}

async function messagesIn(bytes: Uint8Array, sizes: readonly number[]): Promise<number[][][]> {
  const messages = await Array.fromAsync(readMessages(new ByteReader(inPieces(bytes, sizes))));
  return messages.map((frames) => frames.map((frame) => [...frame]));
}

Deno.test("messages arrive whole in whatever pieces their bytes come, and none that is cut short", async () => {
  const frames = fc.array(fc.uint8Array({ maxLength: 700 }), { minLength: 1, maxLength: 4 });
  await fc.assert(fc.asyncProperty(
    fc.array(frames, { minLength: 1, maxLength: 4 }),
    fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1 }),
    async (messages, sizes) => {
      const bytes = Uint8Array.from(messages.flatMap((frames) => [...encodeMessage(frames)]));
      const expected = messages.map((frames) => frames.map((frame) => [...frame]));
      assertEquals(await messagesIn(bytes, sizes), expected);
      assertEquals(await messagesIn(bytes.subarray(0, -1), sizes), expected.slice(0, -1));
    },
  ));
});

Deno.test("a frame may be larger than the pieces that it comes in", async () => {
  const body = new Uint8Array(300_000).map((_, index) => index % 251);
  const bytes = Uint8Array.from([...encodeMessage([Uint8Array.of(9)]), ...encodeMessage([body])]);
  assertEquals(await messagesIn(bytes, [50_000]), [[[9]], [[...body]]]);
});

Deno.test("what peers say between messages is left out", async () => {
  assertEquals(await messagesIn(Uint8Array.of(4, 1, 7, 0, 1, 8), [3]), [[[8]]]);
});
