import { isMeasured } from "./text_width.ts";

/** Files of packages that pictures are made with: nothing of the machine's own is. */
const files = {
  regular: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  bold: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  renderer: "@resvg/resvg-wasm/index_bg.wasm",
} as const;

/** The bytes of a font, or of the program that draws with it. */
function readPackage(file: keyof typeof files): Uint8Array<ArrayBuffer> {
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

/** Pixels of a picture per pixel of its SVG. */
const scale = 2;

/**
 * Renders an SVG as a PNG with the fonts that come along, never with those of the machine.
 *
 * The renderer keeps memory of every picture: a program that makes hundreds ends, or does it in a worker.
 *
 * @param svg The text of an SVG.
 * @returns The bytes of the PNG, the same for the same SVG.
 */
export async function renderPng(svg: string): Promise<Uint8Array> {
  const { Resvg, fontBuffers } = await (renderer ??= load());
  const family = { defaultFontFamily: "DejaVu Sans", sansSerifFamily: "DejaVu Sans" };
  const resvg = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { fontBuffers, loadSystemFonts: false, ...family },
  });
  const image = resvg.render(), png = image.asPng();
  image.free();
  resvg.free();
  return png;
}

let renderer: ReturnType<typeof load> | undefined;

async function load() {
  const { initWasm, Resvg } = await import("@resvg/resvg-wasm");
  await initWasm(readPackage("renderer"));
  return { Resvg, fontBuffers: [readPackage("regular"), readPackage("bold")] };
}

/** A point of a page has four thirds of a picture's pixels. */
const pointsPerPixel = 0.75;

/**
 * Renders an SVG as a PDF of one page of its size, with its texts as texts, in the fonts that come along.
 *
 * @param svg The text of an SVG.
 * @returns The bytes of the PDF, the same for the same SVG.
 */
export async function renderPdf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const { default: Document } = await import("pdfkit");
  const { default: draw } = await import("svg-to-pdfkit");
  const { arrayBuffer } = await import("node:stream/consumers");
  const [, ...sides] = /^<svg [^>]*?\bwidth="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const [width, height] = sides.map((pixels) => Number(pixels) * pointsPerPixel);
  const info = { CreationDate: new Date(0) };
  const document = new Document({ size: [width, height], margin: 0, info });
  document.registerFont("regular", readPackage("regular"));
  document.registerFont("bold", readPackage("bold"));
  const fontCallback = (_family: string, isBold: boolean) => isBold ? "bold" : "regular";
  draw(document, svg, 0, 0, { width, height, fontCallback });
  document.end();
  return new Uint8Array(await arrayBuffer(document));
}
