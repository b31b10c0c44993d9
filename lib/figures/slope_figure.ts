import * as Plot from "@observablehq/plot";
import type { Language } from "../model/label.ts";
import { formatNumber } from "../numbers/format_number.ts";
import type { Caption } from "./caption.ts";
import { checkRows, refuse } from "./check_rows.ts";
import type { TwoValueRow } from "./dumbbell_figure.ts";
import type { Figure } from "./figure.ts";
import { plotFigure } from "./plot_figure.ts";
import { spread } from "./spread.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { valueDomain } from "./value_scale.ts";
import { wrapText } from "./wrap_text.ts";

/** What a slope figure shows. */
export interface SlopeInput {
  readonly rows: readonly TwoValueRow[];
  /** What the two columns are, such as the two years. */
  readonly columns: readonly [string, string];
  readonly unit: string;
  /** Decimals of the numbers; as many as they have unless told. */
  readonly decimals?: number;
}

const head = 34, gap = 10, leader = 22, widestLabel = 220, leastSlope = 120;
const line = theme.textSize * theme.lineHeight;

/**
 * Draws two values of each row as a line from the left column to the right one.
 *
 * The columns span at least a fifth of the greatest value, so that a small change looks small. Lines
 * that rise are solid, lines that fall are dashed.
 *
 * @param input The rows; they stand in the order of their values.
 * @param caption What is said around the figure.
 * @returns The figure.
 * @throws {RangeError} If there are no rows, a number is not finite, or the caption lacks something.
 *
 * @example
 * ```ts
 * import { slopeFigure } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = slopeFigure({
 *   rows: [{ label: "Events", from: 430236, to: 422952 }],
 *   columns: ["2015", "2016"],
 *   unit: "visits",
 * }, {
 *   name: "events",
 *   title: "Fewer visits to events",
 *   alt: "Visits to events fell from 430,236 to 422,952.",
 *   source: "Report, table 1",
 *   language: "en",
 * });
 * assertStringIncludes(figure.svg, "\u22127,284 (\u22121.7%)");
 * ```
 */
export function slopeFigure(input: SlopeInput, caption: Caption): Figure {
  const { rows, columns, unit, decimals } = input;
  const { language } = caption;
  refuse(caption, checkRows(rows, { texts: ["label"], numbers: ["from", "to"] }));
  const write = (value: number) => formatNumber(value, { language, decimals });
  const texts = rows.map(({ label, from, to }) => ({
    lines: wrapText(label, { width: widestLabel }),
    from: write(from),
    to: write(to),
    change: unit.includes("%")
      ? formatNumber(Number((to - from).toPrecision(12)), { language, decimals, signed: true })
      : change({ from, to }, { language, decimals }),
  }));
  const heights = texts.map(({ lines }) => lines.length * line + 5);
  const height = Math.max(160, heights.reduce((a, b) => a + b) + 20);
  const domain = columnDomain(rows);
  const toPixel = (value: number) =>
    head + (domain[1] - value) / (domain[1] - domain[0]) * height;
  const settle = (side: "from" | "to", sizes: readonly number[]) =>
    spread(rows.map((row, index) => ({ at: toPixel(row[side]), size: sizes[index] })), {
      from: head - 8,
      to: head + height + 8,
    });
  const left = settle("from", heights);
  const right = settle("to", texts.map(() => line + 3));
  const widest = (labels: readonly string[], weight: "regular" | "bold" = "regular") =>
    Math.max(...labels.map((label) => textWidth(label, { weight })));
  const fromWidth = widest(texts.map(({ from }) => from), "bold");
  const toWidth = widest(texts.map(({ to }) => to), "bold");
  const changeWidth = widest(texts.map((text) => text.change));
  const labelWidth = widest(texts.flatMap(({ lines }) => lines));
  const marginLeft = Math.ceil(theme.padding + labelWidth + gap + fromWidth + leader);
  const marginRight = Math.ceil(leader + toWidth + gap + changeWidth + theme.padding);
  const slope = Math.max(leastSlope, theme.width - marginLeft - marginRight);
  const x = [marginLeft, marginLeft + slope];
  const placed = rows.map((row, index) => ({
    ...row,
    ...texts[index],
    color: row.to > row.from ? theme.increase : row.to < row.from ? theme.decrease : theme.muted,
    dash: row.to < row.from,
    fromY: toPixel(row.from),
    toY: toPixel(row.to),
    left: left[index],
    right: right[index],
  }));
  type Placed = typeof placed[number];
  const bold = { fontWeight: "bold" } as const;
  const slopes = { x1: x[0], x2: x[1], y1: "fromY", y2: "toY", stroke: "color", strokeWidth: 2 };
  const leaders = { stroke: theme.muted, strokeWidth: 0.75 };
  const heads = columns.map((column, index) => ({
    lines: wrapText(`${column}, ${unit}`, { width: 150, weight: "bold" }),
    x: x[index],
  }));
  const headLines = Math.max(...heads.map(({ lines }) => lines.length));
  return plotFigure({
    plot: {
      width: theme.width,
      height: Math.max(head + height, ...left.map((middle, i) => middle + heights[i] / 2)) + 12,
      margin: 0,
      marginTop: (headLines - 1) * line,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      marks: [
        Plot.link(x, { x1: (at: number) => at, x2: (at: number) => at, y1: head - 8, y2: head + height + 8, stroke: theme.grid }),
        Plot.link(placed.filter(({ dash }) => !dash), slopes),
        Plot.link(placed.filter(({ dash }) => dash), { ...slopes, strokeDasharray: "6,3" }),
        Plot.link(placed, { x1: x[0] - leader + 5, x2: x[0] - 5, y1: "left", y2: "fromY", ...leaders }),
        Plot.link(placed, { x1: x[1] + 5, x2: x[1] + leader - 5, y1: "toY", y2: "right", ...leaders }),
        Plot.dot(placed, { x: x[0], y: "fromY", r: 4, fill: "color" }),
        Plot.dot(placed, { x: x[1], y: "toY", r: 4, fill: "color" }),
        Plot.text(placed, { x: x[0] - leader, y: "left", text: "from", textAnchor: "end", ...bold }),
        Plot.text(placed, {
          x: x[0] - leader - fromWidth - gap,
          y: "left",
          text: (row: Placed) => row.lines.join("\n"),
          textAnchor: "end",
          lineHeight: theme.lineHeight,
        }),
        Plot.text(placed, { x: x[1] + leader + toWidth, y: "right", text: "to", textAnchor: "end", ...bold }),
        Plot.text(placed, {
          x: x[1] + leader + toWidth + gap,
          y: "right",
          text: "change",
          textAnchor: "start",
          fill: theme.muted,
        }),
        Plot.text(heads, {
          x: "x",
          y: head - 16,
          text: ({ lines }: { lines: string[] }) => lines.join("\n"),
          lineAnchor: "bottom",
          lineHeight: theme.lineHeight,
          ...bold,
        }),
      ],
    },
    rows,
  }, caption);
}

function columnDomain(rows: readonly TwoValueRow[]): [number, number] {
  const values = rows.flatMap(({ from, to }) => [from, to]);
  const [low, high] = valueDomain(values, false);
  const least = Math.max(...values.map(Math.abs)) / 5;
  const room = Math.max(0, least - (high - low)) / 2;
  return [low - room, high + room];
}

function change(
  { from, to }: { readonly from: number; readonly to: number },
  { language, decimals }: { readonly language: Language; readonly decimals?: number },
): string {
  const difference = Number((to - from).toPrecision(12));
  const amount = formatNumber(difference, { language, decimals, signed: true });
  if (from <= 0) return amount;
  const share = formatNumber(difference / from * 100, { language, decimals: 1, signed: true });
  return `${amount} (${share}${language === "ru" ? "\u00a0%" : "%"})`;
}
