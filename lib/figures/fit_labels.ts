import { flatGroup, groups, pairs } from "d3";
import { around, type Box, type TextBox, textBoxes } from "./text_boxes.ts";
import { textWidth, widestPart, wrapText } from "./text_width.ts";
import { theme } from "./theme.ts";

/** What labels have room in. */
export interface AxisRoom {
  /** Size of the picture. */
  readonly width: number;
  readonly height: number;
  /** Whether one of the scales `x`, `y`, `fx` and `fy` has a place for each value. */
  isOrdinal(name: string): boolean;
  /** The margins of the picture that were given, where labels must fit. */
  readonly marginLeft?: number;
  readonly marginRight?: number;
}

/** A label of one or more lines. */
interface AxisLabel extends Omit<TextBox, "text"> {
  readonly lines: readonly string[];
}

/** Distance of the lines of a label, in em. */
const lineHeight = 1.1;

const gap = 4, tickRoom = 12;

/** A label of a row is wrapped where it is wider, in pixels. */
const widestRow = 230;

/**
 * Keeps the labels of axes from overprinting: long ones are wrapped between words, those under each other that are still
 * too wide are turned, and of numbers and dates every second one goes.
 *
 * @param svg A plot, whose labels are changed.
 * @param room The picture and its scales.
 * @returns How many times as high the plot must be for its rows to hold their labels; 1 where they do.
 */
export function fitLabels(svg: Element, room: AxisRoom): number {
  const { width, height, isOrdinal } = room;
  let boxes = textBoxes(svg), growth = 1;
  const long = boxes.filter(({ text, label, rotated }) =>
    label.endsWith("-axis label") && textWidth(text) > (rotated ? height : width) - 2 * gap
  );
  for (const { element, text, rotated } of long) {
    setLines(element, wrapText(text, { width: (rotated ? height : width) - 2 * gap }));
  }
  if (long.length > 0) boxes = textBoxes(svg);
  // Facets and both sides of a plot have axes of their own.
  const axes = flatGroup(
    boxes.filter(({ label }) => label.endsWith("-axis tick label")),
    ({ label }) => label.replace("-axis tick label", ""),
    ({ element }) => element.parentElement,
    ({ label, left, top }) => /x-/.test(label) ? top < height / 2 : left < width / 2,
  );
  for (const [axis, , , ticks] of axes) {
    const labels = groups(ticks, ({ element }) => element).map(([, lines]): AxisLabel => ({
      ...lines[0],
      ...around(lines),
      lines: lines.map(({ text }) => text),
    }));
    if (axis.endsWith("x")) fitAcross(labels, isOrdinal(axis));
    else if (!isOrdinal(axis)) thin(labels, "top", "bottom");
    else growth = Math.max(growth, fitDown(labels, widestDown(labels[0], boxes, room)));
  }
  return growth;
}

function fitAcross(labels: readonly AxisLabel[], hasNames: boolean): void {
  const ordered = labels.toSorted((a, b) => a.left + a.right - b.left - b.right);
  if (!hasNames) return thin(ordered, "left", "right");
  if (ordered.some(({ rotated }) => rotated) || !overprint(ordered, "left", "right")) return;
  const centres = ordered.map(({ left, right }) => (left + right) / 2);
  const step = Math.min(...pairs(centres, (before, centre) => centre - before));
  const texts = ordered.map(({ lines }) => lines.join(" "));
  const width = step - gap;
  if (texts.some((text) => /\s/.test(text)) && texts.every((text) => widestPart(text) <= width)) {
    return ordered.forEach(({ element }, at) => setLines(element, wrapText(texts[at], { width })));
  }
  for (const [at, { element, lines }] of ordered.entries()) {
    // Plot sets the first line of labels below an axis under it, and the last line of those above over it.
    const isAbove = firstLine(element) < 0.3;
    element.setAttribute("transform", `${element.getAttribute("transform") ?? ""} rotate(-40)`);
    element.setAttribute("text-anchor", isAbove ? "start" : "end");
    setLines(element, lines.length > 1 ? [texts[at]] : lines);
  }
  const every = Math.ceil(theme.textSize * lineHeight / 0.64 / step);
  ordered.forEach(({ element }, at) => at % every === 0 || element.remove());
}

/** How wide labels of rows may be: what the title of the axis at their side, which is turned, leaves of a given margin. */
function widestDown(
  { left, right }: AxisLabel,
  boxes: readonly TextBox[],
  { width, marginLeft, marginRight }: AxisRoom,
): number {
  const isLeft = left < width / 2 || right < width / 2;
  const margin = isLeft ? marginLeft : marginRight;
  if (margin === undefined) return Math.max(90, Math.min(widestRow, 0.38 * width));
  const titles = boxes.filter(({ label, rotated }) => rotated && label.endsWith("-axis label"))
    .filter((title) => title.left < width / 2 === isLeft)
    .map((title) => isLeft ? title.right : width - title.left);
  return Math.max(0, margin - Math.max(0, ...titles) - tickRoom);
}

function fitDown(labels: readonly AxisLabel[], width: number): number {
  const ordered = labels.toSorted((a, b) => a.top + a.bottom - b.top - b.bottom);
  if (ordered.some(({ rotated }) => rotated)) return 1;
  const rows = ordered.map(({ element, lines, left, right, top, bottom }) => {
    const centre = (top + bottom) / 2;
    if (right - left <= width || lines.length > 1) return { centre, count: lines.length };
    const wrapped = wrapText(lines[0], { width: Math.max(width, widestPart(lines[0])) });
    setLines(element, wrapped);
    return { centre, count: wrapped.length };
  });
  const growth = pairs(rows, (above, below) => {
    const wanted = (above.count + below.count) / 2 * theme.textSize * lineHeight + gap;
    return wanted / (below.centre - above.centre);
  });
  return Math.max(1, ...growth.filter((times) => times > 1.01));
}

/** Lines of text may come near each other; words may not. */
function overprint(ordered: readonly AxisLabel[], from: keyof Box, to: keyof Box): boolean {
  const allowed = from === "top" ? 2 : -2;
  return pairs(ordered, (before, label) => label[from] < before[to] - allowed).some(Boolean);
}

/** Leaves out every second label until none stands on another. */
function thin(labels: readonly AxisLabel[], from: keyof Box, to: keyof Box): void {
  if (labels.some(({ rotated }) => rotated)) return;
  let kept = labels.toSorted((a, b) => a[from] + a[to] - b[from] - b[to]);
  while (kept.length > 2 && overprint(kept, from, to)) {
    kept = kept.filter(({ element }, at) => at % 2 === 0 || (element.remove(), false));
  }
}

/** Where the first line of a text stands, in em from its place. */
function firstLine(element: Element): number {
  const written = element.getAttribute("y") ?? element.firstElementChild?.getAttribute("y");
  return Number.parseFloat(written ?? "0");
}

/** Sets lines as Plot does: the first below, the middle beside, or the last above the place of the text. */
function setLines(element: Element, lines: readonly string[]): void {
  const before = Math.max(1, element.querySelectorAll("tspan").length), first = firstLine(element);
  const anchor = first > 0.6 ? 0 : Math.abs(first - (0.32 - (before - 1) / 2)) < 0.05 ? 0.5 : 1;
  const start = Math.round(100 * (first - anchor * (lines.length - before))) / 100;
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
