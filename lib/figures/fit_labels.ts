import type * as Plot from "@observablehq/plot";
import { groups, pairs } from "d3";
import { meet, type TextBox, textBoxes } from "./text_boxes.ts";
import { textWidth, widestPart, wrapText } from "./text_width.ts";
import { theme } from "./theme.ts";
import { type Edit, editText, firstLine, lineHeight } from "./plot_element.ts";

/** What Plot draws: the plot alone, or in a figure with its title, legends and caption. */
export type DrawnElement = (SVGSVGElement | HTMLElement) & Plot.Plot;

/** A picture in which labels have room, and what was asked of it. */
export interface Drawing {
  readonly element: DrawnElement;
  /** The plot itself, without its title and legends. */
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  readonly options: Plot.PlotOptions;
}

/** Distance of names, and of those that have spaces or breaks within, in pixels. */
const gap = 4, wideGap = 8, tickRoom = 12;

/** A label of a row is wrapped where it is wider, in pixels. */
const widestRow = 230;

/** Labels are set smaller rather than turned, but not smaller than can be read. */
const leastSize = 9;

/**
 * Keeps the labels of axes from overprinting: long ones are wrapped between words, those beside each other whose words are
 * still too wide are set smaller or turned, and of numbers and dates every second one goes.
 *
 * @param drawing A plot, whose labels are changed.
 * @returns Where texts then stand, and how many times as high the plot must be for its rows to hold their labels; 1 where they do.
 */
export function fitLabels(drawing: Drawing) {
  let boxes = textBoxes(drawing.svg);
  const edit = (edits: readonly Edit[]) => {
    edits.forEach(editText);
    const edited = new Map(edits.map(({ element, lines }) => [element, lines]));
    boxes = boxes.filter(({ element }) => edited.get(element)?.length !== 0)
      .flatMap((box) => edited.has(box.element) ? textBoxes(box.element) : box);
  };
  edit(wrapTitles(boxes, drawing));
  const fitted = axesOf(boxes).flatMap((labels) => {
    if (labels.some(({ rotated }) => rotated)) return [];
    const isAcross = isX(labels[0]);
    if (!hasNames(labels, drawing)) return thin(labels);
    return isAcross ? fitAcross(labels) : fitDown(labels, widestDown(labels[0], boxes, drawing));
  });
  edit([...fitted, ...fitInTiles(boxes, drawing.element.scale("x"))]);
  const rows = axesOf(boxes).filter((labels) => !isX(labels[0]) && hasNames(labels, drawing));
  return { boxes, growth: Math.max(1, ...rows.map(growthFor)) };
}

const tickLabel = "-axis tick label";

function isX({ label }: TextBox): boolean {
  return label.endsWith(`x${tickLabel}`);
}

function hasNames([{ label }]: readonly TextBox[], { element }: Drawing): boolean {
  return isOrdinal(element.scale(label.replace(tickLabel, "") as Plot.ScaleName)?.type);
}

/** Whether a scale of this type has a place for each value. */
export function isOrdinal(type: string | null | undefined): boolean {
  return ["band", "point", "ordinal"].includes(`${type}`);
}

function wrapTitles(boxes: readonly TextBox[], { width, height }: Drawing): Edit[] {
  return boxes.flatMap(({ element, label, lines, rotated }) => {
    const room = (rotated ? height : width) - 2 * gap, text = lines.join(" ");
    if (!label.endsWith("-axis label") || textWidth(text) <= room) return [];
    return [{ element, lines: wrapText(text, { width: room }) }];
  });
}

/** The labels of each axis, of which each facet has its own, in the order in which they stand. */
function axesOf(boxes: readonly TextBox[]): TextBox[][] {
  const ticks = boxes.filter(({ label }) => label.endsWith(tickLabel));
  const middle = (box: TextBox) => isX(box) ? box.left + box.right : box.top + box.bottom;
  return groups(ticks, ({ element }) => element.parentElement)
    .map(([, labels]) => labels.toSorted((a, b) => middle(a) - middle(b)));
}

function fitAcross(labels: readonly TextBox[]): Edit[] {
  if (!overprint(labels, gap / 2)) return [];
  const centres = labels.map(({ left, right }) => (left + right) / 2);
  const step = Math.min(...pairs(centres, (before, centre) => centre - before)), width = step - gap;
  const texts = labels.map(({ lines }) => lines.join(" "));
  const widest = Math.max(...texts.map((text) => widestPart(text)));
  const size = Math.min(theme.textSize, Math.floor(10 * theme.textSize * width / widest) / 10);
  if (size >= leastSize) {
    const attributes = size < theme.textSize ? { "font-size": `${size}` } : undefined;
    const lines = texts.map((text) => wrapText(text, { width, size }));
    return labels.map(({ element }, at) => ({ element, lines: lines[at], attributes }));
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
function widestDown({ left, right }: TextBox, boxes: readonly TextBox[], drawing: Drawing): number {
  const { width, options } = drawing;
  const isLeft = left < width / 2 || right < width / 2;
  const margin = options[isLeft ? "marginLeft" : "marginRight"] ?? options.margin;
  if (margin === undefined) return Math.max(90, Math.min(widestRow, 0.38 * width));
  const titles = boxes.filter(({ label, rotated }) => rotated && label.endsWith("-axis label"))
    .filter((title) => title.left < width / 2 === isLeft)
    .map((title) => isLeft ? title.right : width - title.left);
  return Math.max(0, margin - Math.max(0, ...titles) - tickRoom);
}

function fitDown(labels: readonly TextBox[], width: number): Edit[] {
  const wrap = (text: string) => wrapText(text, { width: Math.max(width, widestPart(text)) });
  return labels.filter(({ lines, left, right }) => right - left > width && lines.length === 1)
    .map(({ element, lines: [text] }) => ({ element, lines: wrap(text) }));
}

/** How many times as far rows must be apart for the lines of their labels. */
function growthFor(labels: readonly TextBox[]): number {
  if (labels.some(({ rotated }) => rotated)) return 1;
  const times = pairs(labels, (above, below) => {
    const lines = (above.lines.length + below.lines.length) / 2;
    const apart = (below.top + below.bottom - above.top - above.bottom) / 2;
    return (lines * theme.textSize * lineHeight + (lines > 1 ? wideGap : gap)) / apart;
  });
  return Math.max(1, ...times.filter((growth) => growth > 1.01));
}

/** Lines of text may come near each other; words may not. */
function overprint(ordered: readonly TextBox[], apart: number): boolean {
  const isOver = (before: TextBox, label: TextBox) =>
    isX(label) ? label.left < before.right + apart : label.top < before.bottom - 2;
  return pairs(ordered, isOver).some(Boolean);
}

/** Leaves out every second label until none stands on another. */
function thin(labels: readonly TextBox[]): Edit[] {
  const apart = labels.some(({ lines }) => /\s/.test(lines[0])) ? wideGap : gap / 2;
  let kept = labels;
  for (let every = 2; kept.length > 1 && overprint(kept, apart); every *= 2) {
    kept = labels.filter((_, at) => at % every === 0);
  }
  // One label tells no distance, the first and the last do.
  const ends = [labels[0], labels[labels.length - 1]];
  if (kept.length === 1 && !overprint(ends, apart)) kept = ends;
  return labels.filter((label) => !kept.includes(label))
    .map(({ element }) => ({ element, lines: [] }));
}

/** Texts of one mark that stand on each other are wrapped into their tiles, and words that are wider are cut. */
function fitInTiles(boxes: readonly TextBox[], scale: Plot.Scale | undefined): Edit[] {
  const width = scale?.bandwidth;
  if (!width) return [];
  const texts = boxes.filter(({ label, rotated }) => label === "text" && !rotated);
  return groups(texts, ({ element }) => element.parentElement).flatMap(([, those]) => {
    const isOver = those.some((text, at) => those.slice(at + 1).some((other) => meet(text, other)));
    const wide = those.filter(({ left, right }) => isOver && right - left > width);
    return wide.map(({ element, lines, top, bottom }) => {
      const size = (bottom - top) / (1 + lineHeight * (lines.length - 1));
      const title = lines.join(" "), room = Math.max(width, widestPart(title, { size }));
      const shown = wrapText(title, { width: room, size }).map((line) => cut(line, width, size));
      return { element, lines: shown, title };
    });
  });
}

function cut(line: string, width: number, size: number): string {
  const [start] = wrapText(line, { size, width: width - textWidth("…", { size }) });
  return textWidth(line, { size }) > width ? `${start}…` : line;
}
