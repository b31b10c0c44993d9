import { arrayBuffer } from "node:stream/consumers";
import { readPackage } from "./fonts.ts";

/** A point of a page has four thirds of a picture's pixels. */
const pointsPerPixel = 0.75;

/**
 * Renders an SVG as a PDF of one page of its size, with its texts as texts, in the fonts that come along.
 *
 * @param svg The text of an SVG.
 * @returns The bytes of the PDF, the same for the same SVG.
 */
export async function renderPdf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const [{ default: Document }, { default: draw }] = await Promise.all([
    import("pdfkit"),
    import("svg-to-pdfkit"),
  ]);
  const [, ...sides] = /^<svg [^>]*?\bwidth="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const [width, height] = sides.map((pixels) => Number(pixels) * pointsPerPixel);
  const info = { CreationDate: new Date(0) };
  const document = new Document({ size: [width, height], margin: 0, info });
  for (const weight of ["regular", "bold"] as const) {
    document.registerFont(weight, readPackage(weight));
  }
  const fontCallback = (_family: string, isBold: boolean) => isBold ? "bold" : "regular";
  draw(document, svg, 0, 0, { width, height, fontCallback });
  document.end();
  return new Uint8Array(await arrayBuffer(document));
}
