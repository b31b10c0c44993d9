import { Buffer } from "node:buffer";
import { crc32, deflateSync } from "node:zlib";
import { rgb } from "d3";

/** Pixels as a canvas keeps them: red, green, blue and opacity, row by row. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/**
 * Gives an element what Plot asks of a canvas, for ramps and rasters: filled rectangles, pixels, and the picture as a PNG.
 *
 * @param element The element that stands in for the canvas.
 * @returns The same element.
 */
export function giveCanvas(element: HTMLElement): HTMLElement {
  let pixels = empty(300, 150);
  const size = (name: "width" | "height") => ({
    get: () => pixels[name],
    set: (value: number) => {
      const sizes = {
        width: pixels.width,
        height: pixels.height,
        [name]: Math.max(0, Math.trunc(value)),
      };
      pixels = empty(sizes.width, sizes.height);
    },
  });
  const context = {
    fillStyle: "#000",
    fillRect(x: number, y: number, width: number, height: number) {
      fill(pixels, { x, y, width, height, color: rgb(this.fillStyle) });
    },
    createImageData: empty,
    putImageData(image: Pixels, x: number, y: number) {
      for (let row = 0; row < image.height; row++) {
        const from = 4 * row * image.width;
        pixels.data.set(
          image.data.subarray(from, from + 4 * image.width),
          4 * ((y + row) * pixels.width + x),
        );
      }
    },
  };
  return Object.defineProperties(element, {
    width: size("width"),
    height: size("height"),
    getContext: { value: (kind: string) => kind === "2d" ? context : null },
    toDataURL: {
      value: () => pixels.data.length === 0 ? "data:," : `data:image/png;base64,${encode(pixels)}`,
    },
  });
}

function empty(width: number, height: number): Pixels {
  return { width, height, data: new Uint8ClampedArray(4 * width * height) };
}

interface Filling {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: {
    readonly r: number;
    readonly g: number;
    readonly b: number;
    readonly opacity: number;
  };
}

function fill(pixels: Pixels, { x, y, width, height, color }: Filling): void {
  const { data } = pixels;
  const channels = [color.r, color.g, color.b];
  for (let row = Math.max(0, y); row < Math.min(pixels.height, y + height); row++) {
    for (let column = Math.max(0, x); column < Math.min(pixels.width, x + width); column++) {
      const at = 4 * (row * pixels.width + column);
      const under = data[at + 3] / 255 * (1 - color.opacity), opacity = color.opacity + under;
      channels.forEach((value, channel) => {
        const mixed = value * color.opacity + data[at + channel] * under;
        data[at + channel] = opacity === 0 ? 0 : mixed / opacity;
      });
      data[at + 3] = 255 * opacity;
    }
  }
}

function encode({ width, height, data }: Pixels): string {
  const rows = Buffer.alloc((4 * width + 1) * height);
  for (let y = 0; y < height; y++) {
    rows.set(data.subarray(4 * y * width, 4 * (y + 1) * width), y * (4 * width + 1) + 1);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    ...chunk("IHDR", header),
    ...chunk("IDAT", deflateSync(rows)),
    ...chunk("IEND", new Uint8Array()),
  ]).toString("base64");
}

function chunk(kind: string, content: Uint8Array): Uint8Array[] {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), content]);
  const length = Buffer.alloc(4), sum = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return [length, body, sum];
}
