import { groups } from "d3";
import { around, type TextBox } from "./text_boxes.ts";

/** A label of one or more lines. */
export interface TextLabel extends Omit<TextBox, "text"> {
  readonly lines: readonly string[];
}

/** What becomes of a label: its lines, none where it goes, and attributes that it gets. */
export interface Edit {
  readonly element: Element;
  readonly lines: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  /** What hovering tells where the lines are not the whole. */
  readonly title?: string;
}

/** Distance of the lines of a label, in em. */
export const lineHeight = 1.1;

/** The lines of each text, in one box. */
export function labelsOf(boxes: readonly TextBox[]): TextLabel[] {
  return groups(boxes, ({ element }) => element).map(([, lines]) => ({
    ...lines[0],
    ...around(lines),
    lines: lines.map(({ text }) => text),
  }));
}

/** Makes a change. */
export function apply({ element, lines, attributes = {}, title }: Edit): void {
  if (lines.length === 0) return element.remove();
  if (title !== undefined && !element.querySelector("title")) {
    const told = element.ownerDocument.createElementNS(element.namespaceURI, "title");
    told.append(title);
    element.append(told);
  }
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
  const title = [...element.children].filter(({ localName }) => localName === "title");
  const spans = lines.map((text, at) => {
    const span = element.ownerDocument.createElementNS(element.namespaceURI, "tspan");
    span.setAttribute("x", "0");
    span.setAttribute(at === 0 ? "y" : "dy", `${at === 0 ? start : lineHeight}em`);
    span.append(text);
    return span;
  });
  element.replaceChildren(...spans, ...title);
  element.removeAttribute("y");
}
