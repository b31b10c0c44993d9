import { readPackage } from "./fonts.ts";

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
  const resvg = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: {
      fontBuffers,
      loadSystemFonts: false,
      defaultFontFamily: "DejaVu Sans",
      sansSerifFamily: "DejaVu Sans",
    },
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
