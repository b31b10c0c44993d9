import { rgb } from "d3";
import { encode } from "fast-png";
import { parseHTML } from "linkedom/worker";
import { textsWithin } from "./text_boxes.ts";

// Pinned at 0.18.13: later ones bring an engine of styles that no figure asks, a tenth of all that a page loads to run.
const { document, Element, Node, NodeList } = parseHTML("<!doctype html><body></body>");

/** Nobody listens to a picture: without a table of listeners for each of its nodes it is drawn a fifth quicker. */
{
  const superOf = Object.getPrototypeOf as (kind: unknown) => { prototype: object };
  let node = superOf(document.constructor);
  while (superOf(superOf(node)) !== Function.prototype as unknown) node = superOf(node);
  Object.assign(node.prototype, { addEventListener() {}, removeEventListener() {} });
  Object.setPrototypeOf(node, class {});
}

const createElement = document.createElement.bind(document);
document.createElement = (name: string) =>
  name === "canvas" ? giveCanvas(createElement("g")) : createElement(name);

Object.defineProperties(Element.prototype, {
  /** A browser takes a text as the style of an element; the tree's own property can only be read. */
  style: {
    ...Object.getOwnPropertyDescriptor(Element.prototype, "style"),
    set(this: Element, text: string) {
      this.setAttribute("style", text);
    },
  },
  /** How a text lies in its own element, as a browser says it. */
  getBBox: {
    configurable: true,
    value(this: Element) {
      const { left, top, right, bottom } = textsWithin(this);
      return { x: left, y: top, width: right - left, height: bottom - top };
    },
  },
});

/** Templates of HTML look for these by name; `window` is left undefined, for Plot and others take it for a browser. */
const names = { document, Node, NodeList, HTMLCollection: NodeList };
Object.entries(names).filter(([name]) => !(name in globalThis))
  .forEach(([name, value]) => Reflect.set(globalThis, name, value));

export { document, Element };

/** Gives an element what Plot asks of a canvas, for ramps and rasters: pixels, and the picture as a PNG. */
function giveCanvas(element: HTMLElement): HTMLElement {
  const createImageData = (width: number, height: number) => (
    { width, height, data: new Uint8ClampedArray(4 * width * height), channels: 4 as const }
  );
  let image: ReturnType<typeof createImageData> | undefined;
  const canvas = Object.assign(element, {
    width: 300,
    height: 150,
    getContext: () => context,
    toDataURL() {
      const whole = image ??= createImageData(canvas.width, canvas.height);
      if (whole.data.length === 0) return "data:,";
      return `data:image/png;base64,${encode(whole).toBase64()}`;
    },
  });
  const context = {
    createImageData,
    putImageData: (whole: typeof image) => void (image = whole),
    fillStyle: "#000",
    /** A ramp fills one pixel after the other. */
    fillRect(x: number, y: number) {
      const { r, g, b, opacity } = rgb(this.fillStyle);
      image ??= createImageData(canvas.width, canvas.height);
      image.data.set([r, g, b, 255 * opacity], 4 * (y * canvas.width + x));
    },
  };
  return canvas;
}

/**
 * Draws, and does at once what would be done when a page is next painted: Plot then puts tips around their texts.
 *
 * @param draw What draws.
 */
export function layOut<Drawn>(draw: () => Drawn): Drawn {
  const name = "requestAnimationFrame", own = Object.getOwnPropertyDescriptor(globalThis, name);
  const later: (() => void)[] = [];
  const value = (paint: () => void) => later.push(paint);
  Object.defineProperty(globalThis, name, { configurable: true, value });
  try {
    const drawn = draw();
    later.forEach((paint) => paint());
    return drawn;
  } finally {
    Reflect.deleteProperty(globalThis, name);
    if (own) Object.defineProperty(globalThis, name, own);
  }
}
