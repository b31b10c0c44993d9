import { readPackage } from "./fonts.ts";

/** How an SVG is made a picture of pixels. */
export interface PngOptions {
  /** Pixels of the picture per pixel of the SVG, 2 unless told. */
  readonly scale?: number;
}

/**
 * Renders an SVG as a PNG with the fonts that come along, never with those of the machine.
 *
 * The renderer keeps memory of every picture: a program that makes hundreds ends, or does it in a worker.
 *
 * @param svg The text of an SVG.
 * @param options The scale.
 * @returns The bytes of the PNG, the same for the same SVG.
 */
export async function renderPng(svg: string, options: PngOptions = {}): Promise<Uint8Array> {
  const { scale = 2 } = options;
  if (!(scale > 0 && scale <= 8)) {
    throw new RangeError(
      `Cannot render a picture: wanted a scale over 0 and up to 8, found ${scale}`,
    );
  }
  const { Resvg, fontBuffers } = await (renderer ??= load());
  const resvg = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: {
      fontBuffers,
      loadSystemFonts: false,
      defaultFontFamily: "DejaVu Sans",
      sansSerifFamily: "DejaVu Sans",
    },
  });
  try {
    const image = resvg.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}

let renderer: ReturnType<typeof load> | undefined;

async function load() {
  const { initWasm, Resvg } = await import("@resvg/resvg-wasm");
  await initWasm(readPackage("renderer"));
  return { Resvg, fontBuffers: [readPackage("regular"), readPackage("bold")] };
}
