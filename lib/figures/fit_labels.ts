import {
  axesOf,
  type AxisLabel,
  type AxisRoom,
  beside,
  lineHeight,
  setLines,
} from "./axis_labels.ts";
import { textBoxes } from "./text_boxes.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { widestPart, wrapText } from "./wrap_text.ts";

const gap = 4, tickRoom = 12;

/**
 * Keeps the labels of axes from overprinting: long ones are wrapped between words, those under each other that are still
 * too wide are turned, and of numbers and dates every second one goes.
 *
 * @param svg A plot, whose labels are changed.
 * @param room The picture and its scales.
 * @returns How many times as high the plot must be for its rows to hold their labels; 1 where they do.
 */
export function fitLabels(svg: Element, room: AxisRoom): number {
  const before = textBoxes(svg);
  const long = before.filter(({ text, label, rotated }) =>
    label.endsWith("-axis label") &&
    textWidth(text) > (rotated ? room.height : room.width) - 2 * gap
  );
  for (const { element, text, rotated } of long) {
    const width = (rotated ? room.height : room.width) - 2 * gap;
    setLines(element, wrapText(text, { width }));
  }
  const boxes = long.length === 0 ? before : textBoxes(svg);
  let growth = 1;
  for (const [axis, labels] of axesOf(boxes, room)) {
    const hasNames = room.isOrdinal[axis];
    if (axis.endsWith("x")) fitAcross(labels, hasNames);
    else growth = Math.max(growth, fitDown(labels, hasNames, beside(boxes, room)));
  }
  return growth;
}

function fitAcross(labels: readonly AxisLabel[], hasNames: boolean): void {
  const ordered = labels.toSorted((a, b) => a.left + a.right - b.left - b.right);
  if (ordered.some(({ rotated }) => rotated) || !overprint(ordered, "left", "right")) return;
  if (!hasNames) return thin(ordered, "left", "right");
  const centres = ordered.map(({ left, right }) => (left + right) / 2);
  const step = Math.min(...centres.slice(1).map((centre, at) => centre - centres[at]));
  const texts = ordered.map(({ lines }) => lines.join(" "));
  const widest = Math.max(...texts.map((text) => widestPart(text)));
  if (widest <= step - gap && texts.some((text) => /\s/.test(text))) {
    ordered.forEach(({ element }, at) =>
      setLines(element, wrapText(texts[at], { width: step - gap }))
    );
    return;
  }
  for (const [at, { element, lines }] of ordered.entries()) {
    const above = isAbove(element);
    element.setAttribute("transform", `${element.getAttribute("transform") ?? ""} rotate(-40)`);
    element.setAttribute("text-anchor", above ? "start" : "end");
    setLines(element, lines.length > 1 ? [texts[at]] : lines);
  }
  const every = Math.ceil(theme.textSize * lineHeight / 0.64 / step);
  if (every > 1) ordered.forEach(({ element }, at) => at % every === 0 || element.remove());
}

/** Plot sets the first line of labels below an axis under it, and the last line of those above over it. */
function isAbove(element: Element): boolean {
  const first = element.getAttribute("y") ?? element.firstElementChild?.getAttribute("y") ?? "0";
  return Number.parseFloat(first) < 0.3;
}

function fitDown(labels: readonly AxisLabel[], hasNames: boolean, room: AxisRoom): number {
  const ordered = labels.toSorted((a, b) => a.top + a.bottom - b.top - b.bottom);
  if (ordered.some(({ rotated }) => rotated)) return 1;
  if (!hasNames) {
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
    const wrapped = wrapText(lines[0], { width: Math.max(width, widestPart(lines[0])) });
    setLines(element, wrapped);
    return wrapped.length;
  });
  const centres = ordered.map(({ top, bottom }) => (top + bottom) / 2);
  let growth = 1;
  for (let at = 1; at < centres.length; at++) {
    const wanted = (fitted[at] + fitted[at - 1]) / 2 * theme.textSize * lineHeight + gap;
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
