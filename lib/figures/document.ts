import { parseHTML } from "linkedom/worker";
import { giveCanvas } from "./canvas.ts";

const { document, Element, Node, NodeList } = parseHTML(
  "<!doctype html><html><body></body></html>",
);

const createElement = document.createElement.bind(document);
document.createElement = (name: string) =>
  name === "canvas" ? giveCanvas(createElement("g")) : createElement(name);

/** A browser takes a text as the style of an element; the tree's own property can only be read. */
const style = Object.getOwnPropertyDescriptor(Element.prototype, "style");
Object.defineProperty(Element.prototype, "style", {
  ...style,
  set(this: Element, text: string) {
    this.setAttribute("style", text);
  },
});

/** Templates of HTML look for these by name; `window` is left undefined, for Plot and others take it for a browser. */
for (
  const [name, value] of Object.entries({ document, Node, NodeList, HTMLCollection: NodeList })
) {
  if (!(name in globalThis)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

export { document, Element };
