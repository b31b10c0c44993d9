import type { ByteReader } from "./byte_reader.ts";

/** What the first byte of a frame says, as bits. */
export const FrameFlag = { More: 1, Long: 2, Command: 4 } as const;

/** One frame of the ZeroMQ message transport protocol. */
export interface Frame {
  readonly flags: number;
  readonly body: Uint8Array;
}

/** What each side says first: the signature, version 3.0, and that it wants no security. */
export function greeting(): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0]);
  bytes.set(ascii("NULL"), 12);
  return bytes;
}

/** What each side says next: which type of socket it is. */
export function readyCommand(type: string): Uint8Array {
  const value = ascii(type);
  const body = [
    ...shortText("READY"),
    ...shortText("Socket-Type"),
    ...Uint8Array.of(0, 0, 0, value.length),
    ...value,
  ];
  return encodeFrame(Uint8Array.from(body), FrameFlag.Command);
}

/** A frame as bytes; its length takes one byte, or eight where one is not enough. */
export function encodeFrame(body: Uint8Array, flags: number): Uint8Array {
  const isLong = body.length > 255;
  const head = isLong ? 9 : 2;
  const bytes = new Uint8Array(head + body.length);
  bytes[0] = isLong ? flags | FrameFlag.Long : flags;
  if (isLong) new DataView(bytes.buffer).setBigUint64(1, BigInt(body.length));
  else bytes[1] = body.length;
  bytes.set(body, head);
  return bytes;
}

/** Reads the next frame. */
export async function readFrame(reader: ByteReader): Promise<Frame> {
  const [flags] = await reader.read(1);
  const size = await reader.read(flags & FrameFlag.Long ? 8 : 1);
  const length = size.length === 1
    ? size[0]
    : Number(new DataView(size.buffer, size.byteOffset).getBigUint64(0));
  return { flags, body: await reader.read(length) };
}

function shortText(text: string): Uint8Array {
  return Uint8Array.of(text.length, ...ascii(text));
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
