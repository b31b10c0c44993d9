import { theme } from "./theme.ts";

/** How an element of a plot is written. */
export interface ElementStyle {
  /** What ids begin with. */
  readonly prefix: string;
  /** Attributes of the outermost element that stand in place of its own. */
  readonly attributes: Readonly<Record<string, string | number>>;
}

const numeric = new Set(
  "x y x1 x2 y1 y2 cx cy r rx ry dx dy width height d points transform font-size stroke-width"
    .split(" "),
);

/**
 * Writes an element of a plot as text that does not depend on what was drawn before it.
 *
 * Coordinates are rounded to hundredths, ids are numbered from 1 within the element, and Plot's own style sheet and
 * classes, which only a page can use, are left out.
 *
 * @param root The element.
 * @param style Ids and attributes.
 */
export function writeElement(root: Element, { prefix, attributes }: ElementStyle): string {
  const named = [...root.querySelectorAll("[id]")];
  const ids = new Map(named.map(({ id }, at) => [id, `${prefix}-${at + 1}`]));
  const replaced = new Set([...Object.keys(attributes), "xmlns", "aria-label", "aria-description"]);
  const own = attributesOf(root, ids).filter(([name]) => !replaced.has(name));
  return tag(root, [...Object.entries(attributes), ...own], ids);
}

function write(node: Node, ids: ReadonlyMap<string, string>): string {
  if (node.nodeType === 3) return escapeXml(node.textContent ?? "");
  if (node.nodeType !== 1) return "";
  const element = node as Element;
  if (element.localName === "style" && element.textContent?.includes(":where(.plot-")) return "";
  return tag(element, attributesOf(element, ids), ids);
}

type Attribute = readonly [name: string, value: string | number];

function attributesOf(element: Element, ids: ReadonlyMap<string, string>): Attribute[] {
  return [...element.attributes]
    .filter(({ name, value }) => !(name === "class" && value.startsWith("plot-")))
    .map(({ name, value }) => [name, rewritten(name, value, ids)] as const)
    .toSorted(([a], [b]) => a < b ? -1 : 1);
}

function tag(
  { localName, childNodes }: Element,
  attributes: readonly Attribute[],
  ids: ReadonlyMap<string, string>,
): string {
  const content = [...childNodes].map((child) => write(child, ids)).join("");
  const written = attributes.map(([name, value]) => ` ${name}="${escapeXml(`${value}`)}"`).join("");
  return `<${localName}${written}${content === "" ? "/>" : `>${content}</${localName}>`}`;
}

function rewritten(name: string, value: string, ids: ReadonlyMap<string, string>): string {
  if (name === "id") return ids.get(value) ?? value;
  if (numeric.has(name)) {
    return value.replace(/-?\d*\.\d+(e-?\d+)?/g, (length) => `${rounded(length)}`);
  }
  return value
    .replace(/url\(#([^)]+)\)/g, (whole, id) => ids.has(id) ? `url(#${ids.get(id)})` : whole)
    .replace(/^#(.+)$/, (whole, id) => ids.has(id) ? `#${ids.get(id)}` : whole)
    .replaceAll("var(--plot-background)", theme.background)
    .replaceAll("system-ui, sans-serif", theme.fontFamily);
}

/** A length to hundredths. */
export function rounded(length: number | string): number {
  return Math.round(Number(length) * 100) / 100 + 0;
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
