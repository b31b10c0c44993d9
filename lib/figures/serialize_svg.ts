import { theme } from "./theme.ts";

const numeric = new Set(
  "x y x1 x2 y1 y2 cx cy r rx ry dx dy width height d points transform font-size stroke-width"
    .split(" "),
);

/**
 * Writes the content of a plot as text that does not depend on what was drawn before it.
 *
 * Coordinates are rounded to hundredths, ids are numbered from 1 within the plot, the page's ink and
 * background become the theme's, and style sheets and classes, which only a page can use, are left out.
 *
 * @param root The plot's outermost element, which itself is not written.
 * @param prefix What ids begin with; unique in a page.
 * @returns The elements inside it.
 */
export function serializeSvg(root: Element, prefix: string): string {
  const ids = new Map<string, string>();
  for (const element of root.querySelectorAll("[id]")) {
    ids.set(element.getAttribute("id") ?? "", `${prefix}-${ids.size + 1}`);
  }
  return [...root.children].map((child) => write(child, ids)).join("\n");
}

/**
 * Writes a text so that it can stand in an element or between double quotes.
 *
 * @param text Any text.
 * @returns The text with its special characters escaped.
 */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
    // deno-lint-ignore no-control-regex -- XML knows no such characters, not even escaped
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "");
}

function write(node: Node, ids: ReadonlyMap<string, string>): string {
  if (node.nodeType === 3) return escapeXml(node.textContent ?? "");
  if (node.nodeType !== 1) return "";
  const element = node as Element;
  if (element.localName === "style") return "";
  const attributes = [...element.attributes].filter(({ name }) => name !== "class")
    .map(({ name, value }) => ` ${name}="${escapeXml(rewritten(name, value, ids))}"`).join("");
  const content = [...element.childNodes].map((child) => write(child, ids)).join("");
  if (element.localName === "g" && content === "") return "";
  return content === ""
    ? `<${element.localName}${attributes}/>`
    : `<${element.localName}${attributes}>${content}</${element.localName}>`;
}

function rewritten(name: string, value: string, ids: ReadonlyMap<string, string>): string {
  if (name === "id") return ids.get(value) ?? value;
  if (numeric.has(name)) return value.replace(/-?\d*\.\d+(e-?\d+)?/g, rounded);
  return value
    .replace(/url\(#([^)]+)\)/g, (whole, id) => ids.has(id) ? `url(#${ids.get(id)})` : whole)
    .replace(/^#(.+)$/, (whole, id) => ids.has(id) ? `#${ids.get(id)}` : whole)
    .replaceAll("var(--plot-background)", theme.background)
    .replaceAll("currentColor", theme.ink);
}

function rounded(number: string): string {
  return String(Math.round(Number(number) * 100) / 100 + 0);
}
