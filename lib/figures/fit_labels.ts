import type * as Plot from "@observablehq/plot";
import { flatGroup, pairs } from "d3";
import { type Box, type TextBox, textBoxes } from "./text_boxes.ts";
import {
  apply,
  type Edit,
  firstLine,
  labelsOf,
  lineHeight,
  type TextLabel,
} from "./text_labels.ts";
import { fitInTiles } from "./fit_in_tiles.ts";
import { textWidth, widestPart, wrapText } from "./text_width.ts";
import { theme } from "./theme.ts";

/** What labels have room in. */
export interface AxisRoom {
  /** Size of the picture. */
  readonly width: number;
  readonly height: number;
  /** Scales `x`, `y`, `fx` and `fy`, where the plot has them. */
  scale(name: string): Plot.Scale | undefined;
  /** The margins of the picture that were given, where labels must fit. */
  readonly marginLeft?: number;
  readonly marginRight?: number;
}

/** Where texts stand after their labels were fitted. */
export interface FittedLabels {
  readonly boxes: readonly TextBox[];
  /** How many times as high the plot must be for its rows to hold their labels; 1 where they do. */
  readonly growth: number;
}

const gap = 4, tickRoom = 12;

/** A label of a row is wrapped where it is wider, in pixels. */
const widestRow = 230;

/** Labels are set smaller rather than turned, but not smaller than can be read. */
const leastSize = 9;

/**
 * Keeps the labels of axes from overprinting: long ones are wrapped between words, those beside each other whose words are
 * still too wide are set smaller or turned, and of numbers and dates every second one goes.
 *
 * @param svg A plot, whose labels are changed.
 * @param room The picture and its scales.
 */
export function fitLabels(svg: Element, room: AxisRoom): FittedLabels {
  let boxes = textBoxes(svg);
  const titles = wrapTitles(boxes, room);
  titles.forEach(apply);
  if (titles.length > 0) boxes = textBoxes(svg);
  let axes = axesOf(boxes, room);
  const edits = axes.flatMap(({ name, labels }) => {
    if (labels.some(({ rotated }) => rotated)) return [];
    const hasNames = isOrdinal(room.scale(name));
    if (!name.endsWith("x")) {
      return hasNames
        ? fitDown(labels, widestDown(labels, boxes, room))
        : thin(labels, "top", "bottom");
    }
    return hasNames ? fitAcross(labels) : thin(labels, "left", "right");
  });
  edits.push(...fitInTiles(boxes, room.scale("x")));
  edits.forEach(apply);
  if (edits.length > 0) axes = axesOf(boxes = textBoxes(svg), room);
  const rows = axes.filter(({ name }) => name.endsWith("y") && isOrdinal(room.scale(name)));
  return { boxes, growth: Math.max(1, ...rows.map(({ labels }) => growthFor(labels))) };
}

/** Whether a scale has a place for each value. */
export function isOrdinal(scale: Plot.Scale | undefined): boolean {
  return ["band", "point", "ordinal"].includes(`${scale?.type}`);
}

function wrapTitles(boxes: readonly TextBox[], { width, height }: AxisRoom): Edit[] {
  return boxes.filter(({ label }) => label.endsWith("-axis label")).flatMap(
    ({ element, text, rotated }) => {
      const room = (rotated ? height : width) - 2 * gap;
      return textWidth(text) > room ? [{ element, lines: wrapText(text, { width: room }) }] : [];
    },
  );
}

/** The labels of each axis in the order in which they stand; facets and both sides of a plot have axes of their own. */
function axesOf(boxes: readonly TextBox[], { width, height }: AxisRoom) {
  return flatGroup(
    boxes.filter(({ label }) => label.endsWith("-axis tick label")),
    ({ label }) => label.replace("-axis tick label", ""),
    ({ element }) => element.parentElement,
    ({ label, left, top }) => /x-/.test(label) ? top < height / 2 : left < width / 2,
  ).map(([name, , , ticks]) => {
    const labels = labelsOf(ticks);
    const middle = ({ left, right, top, bottom }: Box) =>
      name.endsWith("x") ? left + right : top + bottom;
    return { name, labels: labels.toSorted((a, b) => middle(a) - middle(b)) };
  });
}

function fitAcross(labels: readonly TextLabel[]): Edit[] {
  if (!overprint(labels, "left", "right")) return [];
  const centres = labels.map(({ left, right }) => (left + right) / 2);
  const step = Math.min(...pairs(centres, (before, centre) => centre - before)), width = step - gap;
  const texts = labels.map(({ lines }) => lines.join(" "));
  const widest = Math.max(...texts.map((text) => widestPart(text)));
  const size = Math.min(theme.textSize, Math.floor(10 * theme.textSize * width / widest) / 10);
  if (size >= leastSize) {
    const attributes = size < theme.textSize ? { "font-size": `${size}` } : undefined;
    return labels.map(({ element }, at) => (
      { element, lines: wrapText(texts[at], { width, size }), attributes }
    ));
  }
  const every = Math.ceil(theme.textSize * lineHeight / 0.64 / step);
  return labels.map(({ element }, at) => {
    // Plot sets the first line of labels below an axis under it, and the last line of those above over it.
    const anchor = firstLine(element) < 0.3 ? "start" : "end";
    const transform = `${element.getAttribute("transform") ?? ""} rotate(-40)`;
    const attributes = { transform, "text-anchor": anchor };
    return { element, lines: at % every === 0 ? [texts[at]] : [], attributes };
  });
}

/** How wide labels of rows may be: what the title of the axis at their side, which is turned, leaves of a given margin. */
function widestDown(
  [{ left, right }]: readonly TextLabel[],
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

function fitDown(labels: readonly TextLabel[], width: number): Edit[] {
  return labels.filter(({ lines, left, right }) => right - left > width && lines.length === 1)
    .map(({ element, lines: [text] }) => (
      { element, lines: wrapText(text, { width: Math.max(width, widestPart(text)) }) }
    ));
}

/** How many times as far rows must be apart for the lines of their labels. */
function growthFor(labels: readonly TextLabel[]): number {
  if (labels.some(({ rotated }) => rotated)) return 1;
  const times = pairs(labels, (above, below) => {
    const lines = (above.lines.length + below.lines.length) / 2;
    const apart = (below.top + below.bottom - above.top - above.bottom) / 2;
    return (lines * theme.textSize * lineHeight + gap) / apart;
  });
  return Math.max(1, ...times.filter((growth) => growth > 1.01));
}

/** Lines of text may come near each other; words may not. */
function overprint(ordered: readonly TextLabel[], from: keyof Box, to: keyof Box): boolean {
  const allowed = from === "top" ? 2 : -2;
  return pairs(ordered, (before, label) => label[from] < before[to] - allowed).some(Boolean);
}

/** Leaves out every second label until none stands on another. */
function thin(labels: readonly TextLabel[], from: keyof Box, to: keyof Box): Edit[] {
  let every = 1;
  const kept = () => labels.filter((_, at) => at % every === 0);
  while (kept().length > 2 && overprint(kept(), from, to)) every *= 2;
  return labels.filter((_, at) => at % every > 0).map(({ element }) => ({ element, lines: [] }));
}
