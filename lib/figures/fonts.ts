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
  const asked = [...new Set(text.replace(/[\n -~]+/g, ""))].filter((letter) => !isMeasured(letter));
  if (asked.length === 0) return [];
  known ??= codePoints(new DataView(readPackage("regular").buffer));
  return asked.filter((letter) => !known?.has(letter.codePointAt(0) ?? 0)).toSorted();
}

/** Reads the table of a TrueType font that has all of Unicode: runs of letters, in groups of twelve bytes. */
function codePoints(font: DataView): Set<number> {
  const long = (at: number) => font.getUint32(at);
  const entry = (name: number, from: number, step: number) => {
    while (long(from) !== name) from += step;
    return from;
  };
  const cmap = long(entry(0x636d6170, 12, 16) + 8);
  const groups = cmap + long(entry(0x0003000a, cmap + 4, 8) + 4);
  const found = new Set<number>();
  for (let at = groups + 16; at < groups + long(groups + 4); at += 12) {
    for (let point = long(at); point <= long(at + 4); point++) found.add(point);
  }
  return found;
}
