import * as Plot from "@observablehq/plot";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { wrapText } from "./wrap_text.ts";

/** How an entry of a legend is drawn: Plot's symbols, a hollow dot, a line, a bar or a band. */
export type LegendShape =
  | "square"
  | "circle"
  | "diamond"
  | "triangle"
  | "star"
  | "times"
  | "cross"
  | "wye"
  | "ring"
  | "line"
  | "bar"
  | "band";

/** One entry of a legend. */
export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  /** A square unless told. */
  readonly shape?: LegendShape;
}

interface PlacedEntry extends LegendEntry {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

const glyph = 14, gap = 6, between = 20, row = 20;

/**
 * Lays out a legend in rows, as a plot of its own in pixels.
 *
 * @param entries The entries, in order.
 * @param width Width of the figure.
 * @returns Options for a plot as high as the legend needs.
 */
export function legendPlot(entries: readonly LegendEntry[], width: number): Plot.PlotOptions {
  const { placed, height } = place(entries, width);
  const of = (...shapes: readonly LegendShape[]) =>
    placed.filter(({ shape = "square" }) => shapes.includes(shape));
  const middle = (entry: PlacedEntry) => entry.x + glyph / 2;
  const swatch = (half: number) => ({
    x1: (entry: PlacedEntry) => entry.x + (glyph - 2 * Math.max(half, 6)) / 2,
    x2: (entry: PlacedEntry) => entry.x + (glyph + 2 * Math.max(half, 6)) / 2,
    y1: (entry: PlacedEntry) => entry.y - half,
    y2: (entry: PlacedEntry) => entry.y + half,
    fill: "color",
  });
  return {
    width,
    height,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      Plot.rect(of("square"), swatch(6)),
      Plot.rect(of("bar"), swatch(4)),
      Plot.rect(of("band"), {
        ...swatch(7),
        stroke: theme.muted,
        strokeWidth: 0.75,
        strokeDasharray: "2,2",
      }),
      Plot.link(of("line"), {
        x1: "x",
        x2: (entry) => entry.x + glyph,
        y1: "y",
        y2: "y",
        stroke: "color",
        strokeWidth: 2,
      }),
      Plot.dot(of("ring"), {
        x: middle,
        y: "y",
        r: 4.5,
        fill: theme.background,
        stroke: "color",
        strokeWidth: 2,
      }),
      Plot.dot(of("circle", "diamond", "triangle", "star", "times", "cross", "wye"), {
        x: middle,
        y: "y",
        r: 5,
        fill: "color",
        symbol: (entry: PlacedEntry) => entry.shape,
      }),
      Plot.text(placed, {
        x: (entry) => entry.x + glyph + gap,
        y: (entry) => entry.y - theme.textSize * 0.51,
        text: (entry) => entry.lines.join("\n"),
        textAnchor: "start",
        lineAnchor: "top",
        lineHeight: theme.lineHeight,
      }),
    ],
  };
}

function place(entries: readonly LegendEntry[], width: number) {
  const room = width - 2 * theme.padding;
  let x = theme.padding, y = row / 2, lowest = row;
  const placed: PlacedEntry[] = [];
  for (const entry of entries) {
    const lines = wrapText(entry.label, { width: room - glyph - gap });
    const taken = glyph + gap + Math.max(...lines.map((line) => textWidth(line)));
    if (x > theme.padding && x + taken > theme.padding + room) {
      x = theme.padding;
      y = lowest + row / 2;
    }
    placed.push({ ...entry, lines, x, y });
    x += taken + between;
    lowest = y + row / 2 + (lines.length - 1) * theme.textSize * theme.lineHeight;
  }
  return { placed, height: lowest };
}
