import { type TextBox, textBoxes } from "./text_boxes.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { wrapText } from "./wrap_text.ts";

/** How a drawn axis is told apart. */
export interface AxisRoom {
  /** Size of the picture. */
  readonly width: number;
  readonly height: number;
  /** Types of the scales, by `x`, `y`, `fx` and `fy`. */
  readonly types: Readonly<Record<string, string | undefined>>;
  /** The margins of the picture that were given, where labels must fit. */
  readonly marginLeft?: number;
  readonly marginRight?: number;
}

const gap = 4, tickRoom = 12, line = 1.1;

/**
 * Keeps the labels of axes from overprinting: long ones are wrapped between words, those under each other that are still
 * too wide are turned, and of numbers and dates every second one goes.
 *
 * @param svg A plot, whose labels are changed.
 * @param room The picture and its scales.
 * @returns How many times as high the plot must be for its rows to hold their labels; 1 where they do.
 */
export function fitLabels(svg: Element, room: AxisRoom): number {
  const axes = new Map<string, Map<Element, TextBox[]>>();
  for (const box of textBoxes(svg)) {
    const axis = /^(f?[xy])-axis tick label$/.exec(box.label)?.[1];
    if (axis === undefined) continue;
    const group = box.element.parentElement;
    const key = `${axis} ${
      axis.endsWith("x") ? Math.round(box.top) < room.height / 2 : box.left < room.width / 2
    } `;
    const id = key + groupIndex(svg, group);
    if (!axes.has(id)) axes.set(id, new Map());
    const texts = axes.get(id)!;
    texts.set(box.element, [...texts.get(box.element) ?? [], box]);
  }
  let growth = 1;
  for (const [id, texts] of axes) {
    const axis = id.slice(0, id.indexOf(" "));
    const labels = [...texts].map(([element, boxes]) => labelOf(element, boxes));
    const isOrdinal = ["band", "point", "ordinal"].includes(room.types[axis] ?? "");
    if (axis.endsWith("x")) fitAcross(labels, isOrdinal);
    else growth = Math.max(growth, fitDown(labels, isOrdinal, room));
  }
  return growth;
}

function groupIndex(svg: Element, group: Element | null): number {
  return group === null ? 0 : [...svg.querySelectorAll("g")].indexOf(group as SVGGElement);
}

interface AxisLabel extends Omit<TextBox, "text"> {
  readonly lines: readonly string[];
}

function labelOf(element: Element, boxes: readonly TextBox[]): AxisLabel {
  const [first] = boxes;
  return {
    ...first,
    element,
    lines: boxes.map(({ text }) => text),
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

function fitAcross(labels: readonly AxisLabel[], isOrdinal: boolean): void {
  const ordered = labels.toSorted((a, b) => a.left + a.right - b.left - b.right);
  if (ordered.some(({ rotated }) => rotated) || !overprint(ordered, "left", "right")) return;
  if (!isOrdinal) return thin(ordered, "left", "right");
  const centres = ordered.map(({ left, right }) => (left + right) / 2);
  const step = Math.min(...centres.slice(1).map((centre, at) => centre - centres[at]));
  const texts = ordered.map(({ lines }) => lines.join(" "));
  const widest = Math.max(
    ...texts.flatMap((text) => text.split(/[\s\u2009]+/)).map((word) => textWidth(word)),
  );
  if (widest <= step - gap && texts.some((text) => /\s/.test(text))) {
    ordered.forEach(({ element }, at) =>
      write(element, wrapText(texts[at], { width: step - gap }))
    );
    return;
  }
  for (const [at, { element, label, lines }] of ordered.entries()) {
    const above = isAbove(element);
    element.setAttribute("transform", `${element.getAttribute("transform") ?? ""} rotate(-40)`);
    element.setAttribute("text-anchor", above ? "start" : "end");
    write(element, lines.length > 1 ? [texts[at]] : lines);
    void label;
  }
  const every = Math.ceil(theme.textSize * line / 0.64 / step);
  if (every > 1) ordered.forEach(({ element }, at) => at % every === 0 || element.remove());
}

/** Plot sets the first line of labels below an axis under it, and the last line of those above over it. */
function isAbove(element: Element): boolean {
  const first = element.getAttribute("y") ?? element.firstElementChild?.getAttribute("y") ?? "0";
  return Number.parseFloat(first) < 0.3;
}

function fitDown(labels: readonly AxisLabel[], isOrdinal: boolean, room: AxisRoom): number {
  const ordered = labels.toSorted((a, b) => a.top + a.bottom - b.top - b.bottom);
  if (ordered.some(({ rotated }) => rotated)) return 1;
  if (!isOrdinal) {
    if (overprint(ordered, "top", "bottom")) thin(ordered, "top", "bottom");
    return 1;
  }
  const isLeft = ordered[0].left < room.width / 2;
  const margin = isLeft ? room.marginLeft : room.marginRight;
  const width = margin === undefined
    ? Math.max(90, Math.min(widestRow, 0.38 * room.width))
    : Math.max(0, margin - tickRoom);
  const fitted = ordered.map(({ element, lines, left, right }) => {
    if (right - left <= width || lines.length > 1) return lines.length;
    const words = Math.max(...lines[0].split(/[\s\u2009]+/).map((word) => textWidth(word)));
    const wrapped = wrapText(lines[0], { width: Math.max(width, words) });
    write(element, wrapped);
    return wrapped.length;
  });
  const centres = ordered.map(({ top, bottom }) => (top + bottom) / 2);
  let growth = 1;
  for (let at = 1; at < centres.length; at++) {
    const wanted = (fitted[at] + fitted[at - 1]) / 2 * theme.textSize * line + gap;
    growth = Math.max(growth, wanted / (centres[at] - centres[at - 1]));
  }
  return growth > 1.01 ? growth : 1;
}

/** A label of a row is wrapped where it is wider, in pixels. */
const widestRow = 230;

type Side = "left" | "right" | "top" | "bottom";

function overprint(ordered: readonly AxisLabel[], from: Side, to: Side): boolean {
  return ordered.some((label, at) =>
    at > 0 && label[from] < ordered[at - 1][to] - overlapAllowed(from)
  );
}

/** Lines of text may come near each other; words may not. */
function overlapAllowed(from: Side): number {
  return from === "top" ? 2 : -2;
}

function thin(ordered: readonly AxisLabel[], from: Side, to: Side): void {
  let kept = ordered;
  while (kept.length > 2 && overprint(kept, from, to)) {
    kept = kept.filter(({ element }, at) => at % 2 === 0 || (element.remove(), false));
  }
}

/** Sets lines as Plot does: the first below, the middle beside, or the last above the place of the text. */
function write(element: Element, lines: readonly string[]): void {
  const old = [...element.children].filter(({ localName }) => localName === "tspan");
  const before = Math.max(1, old.length);
  const first = Number.parseFloat(element.getAttribute("y") ?? old[0]?.getAttribute("y") ?? "0");
  const anchor = first > 0.6 ? 0 : Math.abs(first - (0.32 - (before - 1) / 2)) < 0.05 ? 0.5 : 1;
  const start = first - anchor * (lines.length - before);
  const { ownerDocument } = element;
  const title = [...element.children].filter(({ localName }) => localName === "title");
  element.replaceChildren();
  element.removeAttribute("y");
  lines.forEach((text, at) => {
    const span = ownerDocument.createElementNS("http://www.w3.org/2000/svg", "tspan");
    span.setAttribute("x", "0");
    span.setAttribute(
      at === 0 ? "y" : "dy",
      `${at === 0 ? Math.round(100 * start) / 100 : line}em`,
    );
    span.append(text);
    element.append(span);
  });
  element.append(...title);
}
