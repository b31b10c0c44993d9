import * as Plot from "@observablehq/plot";
import { formatNumber } from "../numbers/format_number.ts";
import type { Caption } from "./caption.ts";
import { checkRows, refuse } from "./check_rows.ts";
import type { Figure } from "./figure.ts";
import { plotFigure } from "./plot_figure.ts";
import { rowFrame } from "./row_frame.ts";
import { textWidth } from "./text_width.ts";
import { theme } from "./theme.ts";
import { twoValueData } from "./two_value_data.ts";
import { valueScale } from "./value_scale.ts";

/** A quantity at two times, or of two groups. */
export interface TwoValueRow {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** What a dumbbell figure shows. */
export interface DumbbellInput {
  readonly rows: readonly TwoValueRow[];
  /** What the two ends are, such as the two years. */
  readonly ends: readonly [string, string];
  readonly unit: string;
  /** Decimals of the numbers; as many as they have unless told. */
  readonly decimals?: number;
  /** Whether the axis starts at 0; not unless told. */
  readonly zero?: boolean;
}

const labelGap = 12;

/**
 * Draws two values of each row as dots on one line, a hollow and a full one.
 *
 * @param input The rows, in the order in which they are drawn.
 * @param caption What is said around the figure.
 * @returns The figure.
 * @throws {RangeError} If there are no rows, a number is not finite, or the caption lacks something.
 *
 * @example
 * ```ts
 * import { dumbbellFigure } from "report";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = dumbbellFigure({
 *   rows: [{ label: "Пользователи", from: 268283, to: 267826 }],
 *   ends: ["2015", "2016"],
 *   unit: "чел.",
 * }, {
 *   name: "users",
 *   title: "Пользователей стало немного меньше",
 *   alt: "Две точки почти рядом: 268 283 и 267 826 пользователей.",
 *   source: "Отчёт, таблица 1",
 *   language: "ru",
 * });
 * assertStringIncludes(figure.svg, "267\u00a0826");
 * ```
 */
export function dumbbellFigure(input: DumbbellInput, caption: Caption): Figure {
  const { rows, ends, unit, decimals, zero } = input;
  refuse(caption, checkRows(rows, { texts: ["label"], numbers: ["from", "to"] }));
  const write = (value: number) => formatNumber(value, { language: caption.language, decimals });
  const frame = rowFrame(rows.map((row) => row.label));
  const placed = rows.map((row, index) => ({
    ...row,
    y: frame.centers[index],
    low: Math.min(row.from, row.to),
    high: Math.max(row.from, row.to),
  }));
  const labels = placed.flatMap(({ low, high }) => [
    { value: low, side: "left" as const, width: textWidth(write(low)) + labelGap },
    { value: high, side: "right" as const, width: textWidth(write(high)) + labelGap },
  ]);
  const scale = valueScale(rows.flatMap(({ from, to }) => [from, to]), {
    width: frame.innerWidth,
    unit,
    language: caption.language,
    zero,
    labels,
  });
  return plotFigure({
    plot: {
      ...frame.options,
      x: scale.scale,
      marks: [
        frame.marks,
        scale.marks,
        Plot.link(placed, { x1: "from", x2: "to", y1: "y", y2: "y", ...line }),
        Plot.dot(placed, { x: "from", y: "y", r: 5, ...hollow }),
        Plot.dot(placed, { x: "to", y: "y", r: 5.5, fill: theme.increase }),
        Plot.text(placed.filter(({ low, high }) => low !== high), {
          x: "low",
          y: "y",
          text: ({ low }) => write(low),
          textAnchor: "end",
          dx: -labelGap + 2,
        }),
        Plot.text(placed, {
          x: "high",
          y: "y",
          text: ({ high }) => write(high),
          textAnchor: "start",
          dx: labelGap - 2,
        }),
      ],
    },
    legend: [
      { label: ends[0], color: theme.increase, shape: "ring" },
      { label: ends[1], color: theme.increase, shape: "circle" },
    ],
    rows,
    data: twoValueData({ rows, ends, unit }, caption.language),
  }, caption);
}

const line = { stroke: "#9db4d0", strokeWidth: 3 };
const hollow = { fill: theme.background, stroke: theme.increase, strokeWidth: 2 };
