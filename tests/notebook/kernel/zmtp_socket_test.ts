import { assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import {
  ByteReader,
  encodeFrame,
  FrameFlag,
  readFrame,
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

Deno.test("frames arrive whole in whatever pieces their bytes come", async () => {
  const body = fc.uint8Array({ maxLength: 700 });
  await fc.assert(fc.asyncProperty(
    fc.array(body, { minLength: 1, maxLength: 8 }),
    fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1 }),
    async (bodies, sizes) => {
      const bytes = bodies.flatMap((body) => [...encodeFrame(body, FrameFlag.More)]);
      const reader = new ByteReader(inPieces(Uint8Array.from(bytes), sizes));
      for (const body of bodies) {
        const frame = await readFrame(reader);
        assertEquals([...frame.body], [...body]);
        assertEquals(frame.flags & FrameFlag.More, FrameFlag.More);
      }
      await assertRejects(() => reader.read(1), Deno.errors.UnexpectedEof);
    },
  ));
});

Deno.test("a frame may be larger than the pieces that it comes in", async () => {
  const body = new Uint8Array(300_000).map((_, index) => index % 251);
  const bytes = Uint8Array.from([...encodeFrame(Uint8Array.of(9), 0), ...encodeFrame(body, 0)]);
  const reader = new ByteReader(inPieces(bytes, [50_000]));
  assertEquals([...(await readFrame(reader)).body], [9]);
  assertEquals(Uint8Array.from((await readFrame(reader)).body), body);
});
