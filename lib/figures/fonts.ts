import { isMeasured } from "./text_width.ts";

/** Files of packages that pictures are made with: nothing of the machine's own is. */
const files = {
  regular: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  bold: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  renderer: "@resvg/resvg-wasm/index_bg.wasm",
} as const;

/** The bytes of a font, or of the program that draws with it. */
export function readPackage(file: keyof typeof files): Uint8Array<ArrayBuffer> {
  return Deno.readFileSync(new URL(import.meta.resolve(files[file])));
}

let known: ReadonlySet<number> | undefined;

/**
 * Letters that the figures' font does not have, each once: a picture leaves them out without a word.
 *
 * @param text Any text.
 */
export function lackingLetters(text: string): string[] {
  const asked = [...new Set(text)].filter((letter) => letter > " " && !isMeasured(letter));
  if (asked.length === 0) return [];
  known ??= codePoints(new DataView(readPackage("regular").buffer));
  return asked.filter((letter) => !known?.has(letter.codePointAt(0) ?? 0)).toSorted();
}

/** Reads the table of a TrueType font that has all of Unicode: runs of letters, in groups of twelve bytes. */
function codePoints(font: DataView): Set<number> {
  const table = (
    name: number,
    { from, count, step }: { from: number; count: number; step: number },
  ) =>
    Array.from({ length: count }, (_, at) => from + at * step).find((at) =>
      font.getUint32(at) === name
    );
  const cmap = font.getUint32(
    (table(0x636d6170, { from: 12, count: font.getUint16(4), step: 16 }) ?? 0) + 8,
  );
  const full = table(0x0003000a, { from: cmap + 4, count: font.getUint16(cmap + 2), step: 8 }) ?? 0;
  const groups = cmap + font.getUint32(full + 4);
  const found = new Set<number>();
  for (let group = 0; group < font.getUint32(groups + 12); group++) {
    const at = groups + 16 + 12 * group;
    for (let point = font.getUint32(at); point <= font.getUint32(at + 4); point++) found.add(point);
  }
  return found;
}
