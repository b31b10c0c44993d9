import { Element } from "./document.ts";
import { textBoxesWithin } from "./text_boxes.ts";

/** How a text lies in its own element, as a browser says it. */
Object.defineProperty(Element.prototype, "getBBox", {
  configurable: true,
  value(this: Element) {
    const boxes = textBoxesWithin(this);
    const x = Math.min(...boxes.map(({ left }) => left)),
      y = Math.min(...boxes.map(({ top }) => top));
    const right = Math.max(...boxes.map(({ right }) => right));
    const bottom = Math.max(...boxes.map(({ bottom }) => bottom));
    return { x, y, width: right - x, height: bottom - y };
  },
});

/**
 * Draws, and does at once what would be done when a page is next painted: Plot then puts tips around their texts.
 *
 * @param draw What draws.
 */
export function laidOut<Drawn>(draw: () => Drawn): Drawn {
  const own = Object.getOwnPropertyDescriptor(globalThis, "requestAnimationFrame");
  const later: (() => void)[] = [];
  Object.defineProperty(globalThis, "requestAnimationFrame", {
    configurable: true,
    value: (paint: () => void) => later.push(paint),
  });
  try {
    const drawn = draw();
    later.forEach((paint) => paint());
    return drawn;
  } finally {
    if (own) Object.defineProperty(globalThis, "requestAnimationFrame", own);
    else Reflect.deleteProperty(globalThis, "requestAnimationFrame");
  }
}
