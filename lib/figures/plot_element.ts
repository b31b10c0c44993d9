import { theme } from "./theme.ts";

/** How an element of a plot is written. */
export interface ElementStyle {
  /** What ids begin with. */
  readonly prefix: string;
  /** Attributes of the outermost element that stand in place of its own. */
  readonly attributes: Readonly<Record<string, string | number>>;
}

/** Attributes that are lengths. */
const lengths =
  /^([xy][12]?|[cr][xy]|r|d[xy]?|width|height|points|transform|font-size|stroke-width)$/;

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
  const replaced = [...Object.keys(attributes), "xmlns", "aria-label", "aria-description"];
  const own = attributesOf(root).filter(([name]) => !replaced.includes(name));
  // A quote stands only around the value of an attribute: in texts it is escaped.
  const written = tag(root, [...Object.entries(attributes), ...own])
    .replaceAll('"var(--plot-background)"', `"${theme.background}"`)
    .replaceAll('"system-ui, sans-serif"', `"${escapeXml(theme.fontFamily)}"`);
  const named = written.matchAll(/ id="([^"]*)"/g);
  const ids = new Map(Array.from(named, ([, id], at) => [id, `${prefix}-${at + 1}`]));
  if (ids.size === 0) return written;
  return written.replace(
    /( id="|url\(#|="#)([^")]+)(?=[")])/g,
    (_, before, id) => before + (ids.get(id) ?? id),
  );
}

function write(node: Node): string {
  if (node.nodeType === 3) return escapeXml(node.textContent ?? "");
  if (node.nodeType !== 1) return "";
  const element = node as Element;
  if (element.localName === "style" && element.textContent?.includes(":where(.plot-")) return "";
  return tag(element, attributesOf(element));
}

type Attribute = readonly [name: string, value: string | number];

function attributesOf(element: Element): Attribute[] {
  return element.getAttributeNames().toSorted().flatMap((name) => {
    const value = element.getAttribute(name) ?? "";
    if (name === "class" && value.startsWith("plot-")) return [];
    return [[name, lengths.test(name) ? roundLengths(value) : escapeXml(value)]];
  });
}

function tag(element: Element, attributes: readonly Attribute[]): string {
  const { localName } = element;
  let content = "";
  for (let child = element.firstChild; child; child = child.nextSibling) content += write(child);
  const written = attributes.map(([name, value]) => ` ${name}="${value}"`).join("");
  return `<${localName}${written}${content === "" ? "/>" : `>${content}</${localName}>`}`;
}

function roundLengths(lengths: string): string {
  return lengths.replace(/-?\d*\.\d+(e-?\d+)?/g, (length) => `${roundLength(length)}`);
}

/** A length to hundredths. */
export function roundLength(length: number | string): number {
  return Math.round(Number(length) * 100) / 100 + 0;
}

/**
 * Writes a text so that it can stand in an element or between double quotes.
 *
 * @param text Any text.
 * @returns The text with its special characters escaped.
 */
export function escapeXml(text: string): string {
  // deno-lint-ignore no-control-regex -- XML knows no such characters, not even escaped
  return text.replace(/[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (character) => {
    return character < " " ? "" : `&#${character.charCodeAt(0)};`;
  });
}

/** What becomes of a text: its lines, none where it goes, and attributes that it gets. */
export interface Edit {
  readonly element: Element;
  readonly lines: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  /** What hovering tells where the lines are not the whole. */
  readonly title?: string;
}

/** Distance of the lines of a label, in em. */
export const lineHeight = 1.1;

/** Makes a change. */
export function editText({ element, lines, attributes = {}, title }: Edit): void {
  if (lines.length === 0) return element.remove();
  if (title !== undefined && !element.querySelector("title")) addChild(element, "title", title);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  if (lines.length > 1 || title || element.querySelector("tspan")) setLines(element, lines);
}

/** Where the first line of a text stands, in em from its place. */
export function firstLine(element: Element): number {
  const written = element.getAttribute("y") ?? element.firstElementChild?.getAttribute("y");
  return Number.parseFloat(written ?? "0");
}

/** Sets lines as Plot does: the first below, the middle beside, or the last above the place of the text. */
function setLines(element: Element, lines: readonly string[]): void {
  const before = Math.max(1, element.querySelectorAll("tspan").length), first = firstLine(element);
  const anchor = first > 0.6 ? 0 : Math.abs(first - (0.32 - (before - 1) / 2)) < 0.05 ? 0.5 : 1;
  const moved = anchor * lineHeight * (lines.length - before);
  const start = Math.round(100 * (first - moved)) / 100;
  const titles = [...element.querySelectorAll("title")];
  element.replaceChildren();
  lines.forEach((text, at) => {
    const span = addChild(element, "tspan", text);
    span.setAttribute("x", "0");
    span.setAttribute(at === 0 ? "y" : "dy", `${at === 0 ? start : lineHeight}em`);
  });
  element.append(...titles);
  element.removeAttribute("y");
}

/** Adds an element that holds a text at the end of another. */
export function addChild(element: Element, name: string, text: string): Element {
  const child = element.ownerDocument.createElementNS(element.namespaceURI, name);
  child.append(text);
  element.append(child);
  return child;
}
