import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom/worker";
import type { Language } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";
import { type TextBox, textBoxes } from "./text_boxes.ts";
import { theme } from "./theme.ts";

/** A plot as elements, and its size. */
export interface DrawnPlot {
  readonly svg: Element;
  readonly width: number;
  readonly height: number;
}

interface Margins {
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly marginTop: number;
  readonly marginBottom: number;
}

/** Plot counts label widths in Latin letters, so its margins are only where the search begins. */
const firstMargins: Margins = {
  marginLeft: 40,
  marginRight: theme.padding,
  marginTop: 20,
  marginBottom: 36,
};

/** How near a text may come to the edge; Plot sets the labels of axes 3 pixels from it, whatever the margin. */
const edge = 2;

/**
 * Draws a plot outside the browser, with margins as wide as its labels need.
 *
 * @param options Plot's options; margins are widened where a label would be cut.
 * @param language Language of the axes' numbers.
 * @returns The elements.
 * @throws {RangeError} If a label does not fit whatever the margins, or a title or legend is asked of Plot.
 */
export function drawPlot(options: Plot.PlotOptions, language: Language): DrawnPlot {
  const width = options.width ?? theme.width;
  let margins = startMargins(options);
  let extra = 0, lost = Infinity;
  for (;;) {
    const height = options.height === undefined ? undefined : options.height + extra;
    const svg = render({ ...localized(options, language), ...margins, width, height });
    const drawnHeight = Number(svg.getAttribute("height"));
    const boxes = textBoxes(svg);
    const over = overflow(boxes, { width, height: drawnHeight });
    const sum = over.left + over.right + over.top + over.bottom;
    if (sum < 0.5) return { svg, width, height: drawnHeight };
    const inner = width - margins.marginLeft - margins.marginRight - over.left - over.right;
    if (sum >= lost || inner < 80) throw new RangeError(tooWide(boxes, width));
    lost = sum;
    extra += over.top + over.bottom;
    margins = {
      marginLeft: margins.marginLeft + over.left,
      marginRight: margins.marginRight + over.right,
      marginTop: margins.marginTop + over.top,
      marginBottom: margins.marginBottom + over.bottom,
    };
  }
}

function startMargins(options: Plot.PlotOptions): Margins {
  const { margin } = options;
  return {
    marginLeft: options.marginLeft ?? margin ?? firstMargins.marginLeft,
    marginRight: options.marginRight ?? margin ?? firstMargins.marginRight,
    marginTop: options.marginTop ?? margin ?? firstMargins.marginTop,
    marginBottom: options.marginBottom ?? margin ?? firstMargins.marginBottom,
  };
}

function render(options: Plot.PlotOptions): Element {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const drawn = Plot.plot({
    ...options,
    document: document as unknown as Document,
    style: { fontSize: `${theme.textSize}px` },
  });
  if (drawn.localName === "svg") {
    drawn.setAttribute("font-size", `${theme.textSize}`);
    return drawn;
  }
  throw new RangeError(
    "wanted a plot alone, found a title, caption or legend in Plot's options, " +
      "which an SVG cannot hold: give the legend beside the plot and the rest in the caption",
  );
}

function localized(options: Plot.PlotOptions, language: Language): Plot.PlotOptions {
  const tickFormat = (value: unknown) =>
    typeof value === "number" ? formatNumber(value, { language }) : String(value);
  const localize = (scale: Plot.ScaleOptions | undefined): Plot.ScaleOptions => ({
    tickFormat,
    ...scale,
  });
  return {
    ...options,
    x: localize(options.x),
    y: localize(options.y),
    fx: localize(options.fx),
    fy: localize(options.fy),
  };
}

function overflow(boxes: readonly TextBox[], frame: { width: number; height: number }) {
  return {
    left: Math.max(0, ...boxes.map((box) => edge - box.left)),
    right: Math.max(0, ...boxes.map((box) => box.right - frame.width + edge)),
    top: Math.max(0, ...boxes.map((box) => -box.top)),
    bottom: Math.max(0, ...boxes.map((box) => box.bottom - frame.height)),
  };
}

function tooWide(boxes: readonly TextBox[], width: number): string {
  const widest = boxes.reduce((a, b) => b.right - b.left > a.right - a.left ? b : a);
  return `wanted labels that fit in ${width} pixels, found ${
    JSON.stringify(widest.text)
  }, break it with a line feed`;
}
